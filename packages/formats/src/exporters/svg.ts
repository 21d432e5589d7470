import { standaloneSvg } from "@strideml/diagram/svg";
import { defineExporter } from "@strideml/plugin-kit";

/** The data-flow diagram as a drawing that stands on its own: nothing loaded, no script, no style sheet. Source: W3C, SVG 1.1. */
export const svg = defineExporter({
  id: "svg",
  title: "Data-flow diagram as a drawing",
  extension: "svg",
  mediaType: "image/svg+xml",
  deterministic: true,
  export: ({ model }) => standaloneSvg(model),
});
