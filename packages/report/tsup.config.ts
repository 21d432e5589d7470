import { library } from "../../tsup.base.js";

export default library({
  entry: { index: "src/index.ts", html: "src/html/index.ts" },
  splitting: true,
});
