import { mermaid as draw } from "@strideml/diagram";
import { defineExporter } from "@strideml/plugin-kit";

/** The data-flow diagram as Mermaid text, which many editors and code hosts draw. Source: Mermaid 11, flowchart syntax. */
export const mermaid = defineExporter({
  id: "mermaid",
  title: "Data-flow diagram as Mermaid",
  extension: "mmd",
  mediaType: "text/vnd.mermaid",
  deterministic: true,
  export: ({ model }) => `${draw(model.architecture)}\n`,
});
