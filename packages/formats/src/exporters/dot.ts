import { dot as draw } from "@strideml/diagram";
import { defineExporter } from "@strideml/plugin-kit";

/** The data-flow diagram for Graphviz, with trust boundaries as clusters. Source: Graphviz, "The DOT Language". */
export const dot = defineExporter({
  id: "dot",
  title: "Data-flow diagram for Graphviz",
  extension: "dot",
  mediaType: "text/vnd.graphviz",
  deterministic: true,
  export: ({ model }) => draw(model),
});
