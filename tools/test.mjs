// npm test: sets up, and checks everything that needs nothing but Node. npm test -- --all: the proofs besides (*.proof.test.ts),
// in a real browser, in LibreOffice, against a real registry, and with plugins as their users run them. CI runs all.
// Ends with one line, "N passed, N failed".
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap, build, run, runAside } from "./bootstrap.mjs";
import { ensureBrowser } from "./ensureBrowser.mjs";
import { ensureOffice } from "./ensureOffice.mjs";
import { ensureRegistry } from "./ensureRegistry.mjs";

const all = process.argv.includes("--all");
const stranger = process.argv.slice(2).find((argument) => argument !== "--all");
if (stranger !== undefined) {
  console.error(`error: npm test has no option ${stranger}; there is --all`);
  process.exit(2);
}

bootstrap();
// The page is proved in a browser, and built only for that.
build(all ? undefined : "strideml");
if (all) {
  ensureBrowser();
  ensureOffice();
  ensureRegistry();
}

const checks = [
  ["types", "turbo", ["run", "typecheck", "--output-logs=errors-only", "--no-update-notifier"]],
  ["types of tests", "tsc", ["--noEmit", "-p", "."]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["format", "prettier", ["--check", "--log-level=warn", "."]],
];
let [passed, failed] = [0, 0];
const results = await Promise.all(checks.map(async ([name, command, args]) => [name, await runAside(command, args)]));
for (const [name, ok] of results) {
  console.log(`${ok ? "ok  " : "FAIL"} ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

const folder = mkdtempSync(join(tmpdir(), "strideml-test-"));
const report = join(folder, "vitest.json");
// What tests leave behind goes with the folder.
const temporary = { TMPDIR: folder, TEMP: folder, TMP: folder };
// What needs nothing but Node has no state that a test could leave behind, so its files can share a process.
const which = all ? [] : ["--exclude=**/*.proof.test.ts", "--no-isolate"];
const green = run("vitest", ["run", ...which, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], { env: temporary });
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that could not even be loaded has failed suites but no failed test.
  if (!green && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites);
} else failed += 1;
rmSync(folder, { recursive: true, force: true });
if (!all) console.log("Not run: the proofs in a browser, in LibreOffice and against a registry. npm test -- --all runs them too.");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
