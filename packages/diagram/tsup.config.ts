import { library } from "../../tsup.base.js";

export default library({ entry: { index: "src/index.ts", svg: "src/svg.ts" }, splitting: true });
