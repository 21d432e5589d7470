import { generateThreatModel, type Surroundings } from "@strideml/core";
import type { Knowledge, PlacedProblem } from "@strideml/plugin-kit";
import { checkSystem } from "./checkSystem.js";
import type { CommandRun } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { formatProblem } from "./formatProblem.js";
import { compact } from "./compact.js";
import { surroundings } from "./makeModel.js";
import { LARGEST } from "./readInput.js";
import { readSetup } from "./readSetup.js";
import { userError } from "./UserError.js";

/** Lines between two reports of progress on a terminal. */
const PROGRESS_EVERY = 100;

const NEWLINE = 10;

/** Splits a stream of bytes into lines without holding more than one. A line over the limit is given as undefined. */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = () => {
    const line = size > LARGEST ? undefined : Buffer.concat(parts);
    [parts, size] = [[], 0];
    return line;
  };
  for await (const chunk of stream) {
    let rest = Buffer.from(chunk as Buffer);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      size += end;
      if (size <= LARGEST) parts.push(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    size += rest.length;
    if (size <= LARGEST) parts.push(rest);
  }
  if (size > 0) yield take();
}

interface Refused {
  problems: PlacedProblem[];
}

const refused = (code: string, message: string, more: Partial<PlacedProblem> = {}): Refused => ({
  problems: [{ code, message, path: [], expected: "one system as JSON in UTF-8, in one line", ...more }],
});

const textOf = (line: Buffer): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line);
  } catch {
    return undefined;
  }
};

/** The engine's own message quotes the text, which may be long and hostile, and differs between versions of Node. */
const notJson = async (text: string): Promise<Refused> => {
  const { jsonSlip } = await import("./lazy/jsonSlip.js");
  return refused("json", "is not valid JSON", { column: jsonSlip(text).column });
};

const convert = async (line: Buffer | undefined, knowledge: Knowledge, around: Surroundings, full: boolean): Promise<object> => {
  if (line === undefined) return refused("too-large", `is longer than ${LARGEST / 1024 / 1024} MB`);
  const text = textOf(line);
  if (text === undefined) return refused("encoding", "is not valid UTF-8");
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return notJson(text);
  }
  const system = await checkSystem(input, knowledge);
  if (!system.ok) return { problems: system.problems };
  const model = generateThreatModel(system.value, knowledge, around);
  return full ? model : compact(model);
};

const progress = (done: number, flags: { quiet?: unknown }, io: Io) => {
  if (io.stderr.isTTY && flags.quiet !== true && done % PROGRESS_EVERY === 0) io.stderr.write(`\r${done} systems`);
};

/** `strideml batch -`: one line in, one line out, in constant memory. A bad line gives `{problems}` in its place. */
const batch: CommandRun = async (positionals, flags, io) => {
  if (positionals.length !== 1 || positionals[0] !== "-") throw userError("usage", "batch reads standard input", { expected: "strideml batch - < systems.ndjson" });
  const { knowledge } = await readSetup(flags, io);
  const around = surroundings(flags, io);
  let [number, bad] = [0, 0];
  for await (const line of linesOf(io.stdin)) {
    number += 1;
    if (line?.length === 0 || line?.toString().trim() === "") continue;
    const result = await convert(line, knowledge, around, flags["full"] === true);
    if ("problems" in result) {
      bad += 1;
      for (const each of result.problems as PlacedProblem[]) io.stderr.write(`error: ${formatProblem({ ...each, file: "standard input", line: number })}\n`);
    }
    io.stdout.write(`${JSON.stringify(result)}\n`);
    progress(number, flags, io);
  }
  if (io.stderr.isTTY && flags["quiet"] !== true && number >= PROGRESS_EVERY) io.stderr.write(`\r${number} systems\n`);
  return bad > 0 ? EXIT.badInput : EXIT.done;
};

export default batch;
