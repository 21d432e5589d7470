import { resolve } from "node:path";
import type { PlacedProblem } from "@strideml/plugin-kit";
import type { CommandRun, Flags } from "./commands.js";
import { formatProblem } from "./formatProblem.js";
import { EXIT, type ExitCode, type Io } from "./Io.js";
import { loadKnowledge } from "./loadKnowledge.js";
import { plain } from "./plain.js";
import type { Diagnosis } from "./plugins/doctor.js";
import { oneOf } from "./readSystem.js";
import { configOf } from "./plugins/configOf.js";
import { UserError, userError } from "./UserError.js";
import { VERSION } from "./version.js";
import { writeFiles } from "./writeOutput.js";

const needConfig = (flags: Flags, io: Io): string => {
  const config = configOf(flags, io);
  if (config === undefined)
    throw userError("config", "there is no strideml.config.{ts,mts,js,mjs,json,yaml} here or above", {
      hint: 'the smallest one is strideml.config.yaml with "plugins: [./my-pack]"',
    });
  return config;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const bringsText = (brings: Readonly<Record<string, number>>): string =>
  Object.entries(brings)
    .map(([nouns, count]) => counted(count, nouns.replace(/s$/, "")))
    .join(", ") || "nothing";

const KINDS: Readonly<Record<NonNullable<Diagnosis["kind"]>, string>> = {
  pack: "data",
  code: "code, runs with your rights",
  object: "code of the configuration, runs with your rights",
};

const line = ({ from, name = from, version, kind = "pack", brings, digest = "", problems }: Diagnosis): string => {
  const head = plain([name, version].filter((part) => part !== undefined).join(" "));
  return problems.length > 0 ? `${head}: ${counted(problems.length, "problem")}\n` : `${head} (${KINDS[kind]}, ${digest.slice(0, 12)}): ${bringsText(brings)}\n`;
};

const list = async (flags: Flags, io: Io): Promise<ExitCode> => {
  const config = configOf(flags, io);
  const bundled = loadKnowledge().plugins.map(({ name, version, digest }) => ({ name, version, kind: "bundled", digest }));
  const { doctor } = await import("./lazy/plugins.js");
  const { plugins } = config === undefined ? { plugins: [] } : await doctor(config);
  if (flags["json"] === true) io.stdout.write(`${JSON.stringify([...bundled, ...plugins], null, 2)}\n`);
  else io.stdout.write([...bundled.map(({ name, version, digest }) => `${name} ${version} (bundled, ${digest.slice(0, 12)})\n`), ...plugins.map(line)].join(""));
  return plugins.some(({ problems }) => problems.length > 0) ? EXIT.badInput : EXIT.done;
};

const told = (problems: readonly PlacedProblem[], io: Io) => {
  for (const problem of problems) io.stdout.write(`  ${formatProblem(problem)}\n`);
};

const doctor = async (flags: Flags, io: Io): Promise<ExitCode> => {
  const config = needConfig(flags, io);
  const { doctor: examine } = await import("./lazy/plugins.js");
  const found = await examine(config);
  if (flags["json"] === true) io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else {
    for (const diagnosis of found.plugins) {
      io.stdout.write(line(diagnosis));
      told(diagnosis.problems, io);
    }
    if (found.drift.length > 0) io.stdout.write(`lock: ${counted(found.drift.length, "difference")}\n`);
    told(found.drift, io);
  }
  return found.plugins.some(({ problems }) => problems.length > 0) ? EXIT.badInput : EXIT.done;
};

const lock = async (flags: Flags, io: Io): Promise<ExitCode> => {
  const config = needConfig(flags, io);
  const { loadPlugins, lockPath, lockText, mergePlugins } = await import("./lazy/plugins.js");
  const attempts = await loadPlugins(config);
  const broken = attempts.flatMap(({ problems }) => problems);
  if (broken.length > 0) throw new UserError(broken);
  const loaded = attempts.flatMap((attempt) => (attempt.loaded ? [attempt.loaded] : []));
  const merged = await mergePlugins(loaded);
  if (!merged.ok) throw new UserError(merged.problems);
  await writeFiles([{ path: lockPath(config), content: lockText(loaded) }], io);
  if (flags["quiet"] !== true) io.stderr.write(`wrote ${lockPath(config)}: ${counted(loaded.length, "plugin")}\n`);
  return EXIT.done;
};

const create = async (positionals: readonly string[], flags: Flags, io: Io): Promise<ExitCode> => {
  const { KINDS, scaffold, writeFolder } = await import("./lazy/scaffold.js");
  const [kindName = "", name, ...more] = positionals;
  const kind = oneOf(kindName, KINDS, "kind of plugin");
  if (name === undefined) throw userError("usage", "say what the package is called", { expected: `strideml plugin new ${kind} @acme/strideml-plugin-controls` });
  if (more.length > 0) throw userError("usage", `one argument too many: ${more[0]!}`, { expected: `strideml plugin new ${kind} ${name} --output FOLDER` });
  const folder = String(flags["output"] ?? name.split("/").at(-1));
  const files = scaffold(kind, name, VERSION);
  if (!files.ok) throw new UserError(files.problems);
  const written = await writeFolder(resolve(io.cwd(), folder), files.value, folder);
  if (!written.ok) throw new UserError(written.problems);
  if (flags["quiet"] !== true) io.stderr.write(`wrote ${written.value} files to ${folder}; next: cd ${folder}, npm install, npm test\n`);
  return EXIT.done;
};

const ACTIONS = ["list", "doctor", "lock", "new"] as const;

/** `strideml plugin`: what is loaded, whether it is sound, what is pinned, and a new one. */
const plugin: CommandRun = async ([action = "", ...rest], flags, io) => {
  switch (oneOf(action, ACTIONS, "plugin command")) {
    case "list":
      return list(flags, io);
    case "doctor":
      return doctor(flags, io);
    case "lock":
      return lock(flags, io);
    case "new":
      return create(rest, flags, io);
    default:
      return EXIT.bug;
  }
};

export default plugin;
