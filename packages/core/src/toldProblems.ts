import type { Problem } from "@strideml/plugin-kit";

/** Most problems that are told of one input. */
const MOST = 100;

/** The path that a misspelt key was meant to have, or nothing. Names of nested answers are told with dots. */
const meant = ({ code, path, hint }: Problem): string | undefined => {
  const name = code === "unknown-key" ? /^did you mean (\S+)\?$/.exec(hint ?? "")?.[1] : undefined;
  if (name === undefined) return undefined;
  return [...(path[0] === "profile" || path[0] === "context" ? path.slice(0, 1) : path.slice(0, -1)), name].join(".");
};

/**
 * Problems as they are told: what is missing only because its key is misspelt is one problem and not two, and the number
 * is bounded.
 */
export const toldProblems = (problems: readonly Problem[]): Problem[] => {
  const misspelt = problems.flatMap((problem) => meant(problem) ?? []);
  const isEcho = ({ code, path }: Problem) => code === "missing" && misspelt.some((each) => `${path.join(".")}.`.startsWith(`${each}.`));
  const told = problems.filter((problem) => !isEcho(problem));
  return told.length <= MOST ? told : [...told.slice(0, MOST), { code: "more", message: `and ${told.length - MOST} problems more`, path: [] }];
};
