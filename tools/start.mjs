// npm start: sets up, builds, and makes the threat model of a real example, so that there is something to read.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, bootstrap, build, run } from "./bootstrap.mjs";

const EXAMPLE = "examples/support-assistant.yaml";

console.log("Setting up (the first time takes less than a minute) …");
bootstrap();
build("strideml");
rmSync(join(ROOT, "out"), { recursive: true, force: true });
console.log(`\nstrideml generate ${EXAMPLE} --output out/ --format md,html,json`);
const cli = join(ROOT, "apps/cli/bin/strideml.cjs");
const made =
  run(process.execPath, [cli, "generate", EXAMPLE, "--output", "out/", "--format", "md,html,json"]) &&
  run(process.execPath, [cli, "generate", EXAMPLE, "--template", "executive-summary", "--output", "out/", "--format", "html", "--quiet"]);
if (!made) process.exit(1);
console.log(`
Read out/customer-support-assistant.threat-model.html in a browser; executive-summary.html beside it is the same on one page.

What to try next:
  npx strideml init                         describe your own system
  npx strideml generate --model-type tabular --deployment batch --data-sensitivity financial --access-level internal
  npx strideml explain indirect-prompt-injection ${EXAMPLE}
  npx strideml list threats                 what is known
  npm run web                               the same in the browser
  npm test                                  everything that is checked`);
