import { library } from "../../tsup.base.js";

export default library({
  entry: {
    index: "src/index.ts",
    html: "src/html/index.ts",
    compile: "src/compile/index.ts",
    docx: "src/docx/index.ts",
    pdf: "src/pdf/index.ts",
    diagram: "src/figures/dataFlowDiagram.ts",
  },
  splitting: true,
});
