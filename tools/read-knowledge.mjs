// Reads a knowledge package: one YAML file an entry, in folders named by noun. Used by the build and by check-knowledge.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import * as kit from "../packages/plugin-kit/dist/index.js";

/** Where entries of each noun live: folders of single entries, or one file that is an entry. */
const FOLDERS = [
  ["questions", "questions", kit.Question],
  ["scales", "scales", kit.Scale],
  ["architectures", "architectures", kit.ReferenceArchitecture],
  ["threats", "threats", kit.Threat],
  ["mitigations", "mitigations", kit.Mitigation],
  ["questionnaires", "questionnaires", kit.Questionnaire],
];
const FILES = [
  ["framework.yaml", "frameworks", kit.Framework],
  ["mapping.yaml", "mappings", kit.Mapping],
];

const yamlFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(".yaml"))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** Reads one entry and says everything that is wrong with it, with file and line. */
export function readEntry(file, noun) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const where = (offset) => (offset === undefined ? file : `${relative(process.cwd(), file)}:${lines.linePos(offset).line}`);
  if (document.errors.length > 0) return { problems: document.errors.map((e) => `${where(e.pos[0])}: ${e.message.split("\n")[0]}`) };
  const parsed = noun.safeParse(document.toJS());
  if (parsed.success) return { entry: parsed.data, problems: [] };
  return {
    problems: flatten(parsed.error.issues).map((issue) => {
      const node = nearest(document, issue.path);
      return `${where(node?.range?.[0])}: ${issue.path.join(".")}: ${issue.message}`;
    }),
  };
}

/** A union reports one issue with the issues of each branch inside; the branch that came furthest is the one meant. */
const flatten = (issues) =>
  issues.flatMap((issue) => {
    if (issue.code !== "invalid_union" || !issue.errors?.length) return [issue];
    const depth = (branch) => Math.max(...branch.map((i) => i.path.length));
    const branch = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
    return flatten(branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });

const nearest = (document, path) => {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node?.range) return node;
  }
  return undefined;
};

/** The plugin that a knowledge package amounts to, and all that is wrong with it. */
export async function readKnowledge(folder) {
  const { name, version, strideml } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const plugin = { name, version, apiVersion: strideml?.apiVersion ?? 1 };
  const problems = [];
  const take = (file, key, noun) => {
    const { entry, problems: wrong } = readEntry(file, noun);
    problems.push(...wrong);
    if (entry) (plugin[key] ??= []).push(entry);
    return entry;
  };
  for (const [name, key, noun] of FOLDERS)
    for (const file of yamlFiles(join(folder, name))) {
      const entry = take(file, key, noun);
      if (entry && basename(file) !== `${entry.id.split("/").at(-1)}.yaml`) problems.push(`${file}: the file is not named by its id ${entry.id}`);
    }
  for (const [name, key, noun] of FILES) if (existsSync(join(folder, name))) take(join(folder, name), key, noun);
  const scoring = join(folder, "scoring.yaml");
  if (existsSync(scoring)) {
    const { entry, problems: wrong } = readEntry(scoring, kit.Scoring);
    problems.push(...wrong);
    plugin.scoring = entry;
  }
  return { plugin: kit.Plugin.safeParse(plugin).data ?? plugin, problems };
}
