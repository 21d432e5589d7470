import { run } from "./run.js";

/** The one place that touches the process: arguments in, exit code out. */
const main = async () => {
  process.exitCode = await run(process.argv.slice(2), process);
};

void main();
