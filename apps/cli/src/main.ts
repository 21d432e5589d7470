import { run } from "./run.js";
import { standardOutput } from "./standardOutput.js";

/** The one place that touches the process: arguments in, exit code out. */
const main = async () => {
  const code = await run(process.argv.slice(2), {
    get stdin() {
      return process.stdin;
    },
    stdout: standardOutput(1),
    stderr: standardOutput(2),
    env: process.env,
    cwd: () => process.cwd(),
  });
  // Everything is written by now. Ending here saves Node from taking its heap apart, which takes some milliseconds.
  process.exit(code);
};

void main();
