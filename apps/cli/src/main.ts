import { EXIT } from "./Io.js";
import { run } from "./run.js";
import { standardOutput } from "./standardOutput.js";

/** The one place that touches the process: arguments in, exit code out. */
const main = async () => {
  // Nothing is left to wait for, and no command has ended: its questions lost the terminal, as Ctrl-D makes them. They hid
  // the cursor.
  process.once("beforeExit", () => {
    if (standardOutput(1).isTTY) standardOutput(1).write("\u001B[?25h");
    standardOutput(2).write("\nerror: cancelled\n");
    process.exit(EXIT.badInput);
  });
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
