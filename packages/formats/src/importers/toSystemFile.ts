import type { Answer, Imported } from "@strideml/plugin-kit";

type Tree = { [key: string]: Answer | Tree };

const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Puts an answer at its place: `context.capabilities.tools` becomes three levels. */
const put = (tree: Tree, path: readonly string[], value: Answer): void => {
  const [key, ...rest] = path;
  if (key === undefined || RESERVED.has(key)) return;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const below = tree[key];
  const branch: Tree = below !== null && typeof below === "object" && !Array.isArray(below) ? below : {};
  tree[key] = branch;
  put(branch, rest, value);
};

/**
 * The content of `strideml.yaml` for what was imported. Answers of every certainty are filled in; questions that the
 * file does not answer stay away, so the result is a valid system file only when all four of the profile are answered.
 */
export const toSystemFile = (imported: Imported): object => {
  const { name, description, owner, version, answers, architecture, decisions, questionnaires } = imported;
  const tree: Tree = { profile: {} };
  for (const { question, value } of answers) put(tree, question.split("."), value);
  const system = {
    name: name ?? "Imported system",
    ...(description !== undefined && { description }),
    ...(owner !== undefined && { owner }),
    ...(version !== undefined && { version }),
  };
  const { profile, context } = tree;
  return {
    schemaVersion: 1,
    system,
    profile,
    ...(context !== undefined && { context }),
    ...(architecture && { architecture }),
    ...(questionnaires && { questionnaires }),
    ...(decisions && { decisions }),
  };
};
