import { run } from "./run.js";

/** The one place that touches the process: arguments in, exit code out. */
void run(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
