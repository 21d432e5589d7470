import { library } from "../../tsup.base.js";

export default library({
  entry: { index: "src/index.ts", "testing/index": "src/testing/index.ts", "testing/vitest": "src/testing/vitest.ts" },
  external: ["vitest"],
  splitting: true,
});
