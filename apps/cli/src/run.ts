import { parseArgs } from "node:util";
import { didYouMean } from "@strideml/plugin-kit";
import answer from "./answer.js";
import batch from "./batch.js";
import { COMMANDS, type Command, type CommandRun, type Flags } from "./commands.js";
import check from "./check.js";
import diff from "./diff.js";
import explain from "./explain.js";
import generate from "./generate.js";
import { commandHelp, help } from "./help.js";
import importCommand from "./import.js";
import init from "./init.js";
import decide from "./decide.js";
import { EXIT, type ExitCode, type Io } from "./Io.js";
import { formatProblem } from "./formatProblem.js";
import list from "./list.js";
import obligations from "./obligations.js";
import plugin from "./plugin.js";
import validate from "./validate.js";
import { isUserError, userError } from "./UserError.js";
import { VERSION } from "./version.js";

const parseFlags = (command: Command, name: string, args: string[]): { values: Flags; positionals: string[] } => {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([flag, { type, multiple, short }]) => [flag, { type, ...(multiple && { multiple }), ...(short && { short }) }]),
  );
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true }) as { values: Flags; positionals: string[] };
  } catch (error) {
    const message = (error as Error).message;
    const unknown = /Unknown option '(-{1,2}[^']+)'/.exec(message)?.[1];
    const hint = unknown
      ? didYouMean(
          unknown,
          Object.keys(command.flags).map((flag) => `--${flag}`),
        )
      : undefined;
    throw userError("usage", unknown ? `${name} has no option ${unknown}` : message.split(/\.\s/)[0]!, { hint: hint ?? `strideml ${name} --help lists the options` });
  }
};

const EXECUTE = { answer, batch, check, decide, diff, explain, generate, import: importCommand, init, list, obligations, plugin, validate } satisfies Record<
  keyof typeof COMMANDS,
  CommandRun
>;

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

const dispatch = async (args: string[], io: Io): Promise<ExitCode> => {
  if (args[0] === "help" && args[1] !== undefined) return dispatch([args[1], "--help"], io);
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    io.stdout.write(help());
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  if (name === "--version" || name === "-v") {
    io.stdout.write(`${VERSION}\n`);
    return EXIT.done;
  }
  if (!isCommand(name)) throw userError("usage", `there is no command ${name}`, { expected: Object.keys(COMMANDS).join(", "), hint: didYouMean(name, Object.keys(COMMANDS)) });
  const command = COMMANDS[name];
  const { values, positionals } = parseFlags(command, name, rest);
  if (values["help"] === true) {
    io.stdout.write(commandHelp(name, command));
    return EXIT.done;
  }
  return EXECUTE[name](positionals, values, io);
};

const isBrokenPipe = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code === "EPIPE";

/** Runs one command line. Never throws: whatever goes wrong becomes words on stderr and an exit code. */
export const run = async (args: string[], io: Io): Promise<ExitCode> => {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (isBrokenPipe(error)) return EXIT.done;
    if (isUserError(error)) {
      for (const problem of error.problems) io.stderr.write(`error: ${formatProblem(problem)}\n`);
      return EXIT.badInput;
    }
    io.stderr.write(
      `error: this is a bug in strideml ${VERSION}; please report it with the command you ran\n${io.env["STRIDEML_DEBUG"] ? (error as Error).stack : `${(error as Error).message}\nset STRIDEML_DEBUG=1 to see where`}\n`,
    );
    return EXIT.bug;
  }
};
