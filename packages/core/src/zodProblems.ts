import { didYouMean, type Problem, withoutUnseen } from "@strideml/plugin-kit";

/** The part of a zod issue that is read here. */
interface Issue {
  code: string;
  message: string;
  path: PropertyKey[];
  keys?: string[];
  values?: unknown[];
  expected?: string;
  origin?: string;
  format?: string;
  maximum?: number;
  minimum?: number;
  errors?: Issue[][];
  issues?: Issue[];
}

/** A value in words: what kind of thing it is. */
export const kindOf = (value: unknown): string => (value === null ? "nothing" : Array.isArray(value) ? "a list" : typeof value === "object" ? "a mapping" : `a ${typeof value}`);

/** Longest value that is repeated in a message. */
const SHOWN = 60;

/** A value as it is shown in a message: short, on one line. */
export const shown = (value: unknown): string => {
  if (value !== null && typeof value === "object") return kindOf(value);
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : (JSON.stringify(value ?? undefined) ?? "nothing");
  const line = withoutUnseen(text.replace(/\s+/gu, " "));
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};

const at = (input: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value !== null && typeof value === "object" ? (value as Record<PropertyKey, unknown>)[key] : undefined), input);

/** What zod calls a kind of value, where it is not the word for it. */
const EXPECTED: Readonly<Record<string, string>> = { record: "a mapping", object: "a mapping", array: "a list", int: "a whole number" };

const expectedKind = ({ expected }: Issue): string | undefined => expected && (EXPECTED[expected] ?? `a ${expected}`);

const furthest = (branches: Issue[][]): Issue[] => {
  const depth = (branch: Issue[]) => Math.max(...branch.map((issue) => issue.path.length));
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
};

const unknownKeys = (issue: Issue, path: (string | number)[], known: (path: PropertyKey[]) => string[]): Problem[] =>
  (issue.keys ?? []).map((key) => ({
    code: "unknown-key",
    message: `unknown key ${shown(key)}`,
    path: [...path, key],
    expected: `one of ${known(path).join(", ")}`,
    hint: didYouMean(key, known(path)),
  }));

type Words = Pick<Problem, "code" | "message" | "expected" | "hint">;

const tooMuch = ({ origin, maximum }: Issue): string =>
  origin === "string" ? `is longer than ${maximum} characters` : origin === "array" ? `has more than ${maximum} entries` : `is greater than ${maximum}`;

const tooLittle = ({ origin, minimum = 0 }: Issue, value: unknown): Pick<Problem, "message" | "expected"> => {
  if (origin === "string") return minimum <= 1 ? { message: "is empty", expected: "text" } : { message: `${shown(value)} is shorter than ${minimum} characters` };
  if (origin === "array") return minimum <= 1 ? { message: "is an empty list", expected: "at least one entry" } : { message: `has fewer than ${minimum} entries` };
  return { message: `is less than ${minimum}` };
};

const wrongValue = (issue: Issue, value: unknown): Words => {
  const values = (issue.values ?? []).map(String);
  // A number in quotes looks like the number.
  if (values.includes(shown(value))) return { code: "wrong-type", message: `is ${kindOf(value)}`, expected: `the ${typeof issue.values![0]} ${values.join(", ")}` };
  return {
    code: "unknown-value",
    message: `unknown value ${shown(value)}`,
    expected: values.length > 1 ? `one of ${values.join(", ")}` : String(values[0]),
    hint: didYouMean(shown(value), values),
  };
};

const wrongForm = ({ format, message }: Issue, value: unknown): Words => {
  if (value === "") return { code: "invalid", message: "is empty", expected: "text" };
  if (format === "date") return { code: "invalid", message: `${shown(value)} is not a day of the calendar`, expected: "YYYY-MM-DD" };
  return { code: "invalid", message: `${shown(value)} is not of the right form`, expected: message };
};

const describe = (issue: Issue, value: unknown): Words => {
  if (issue.code === "custom") return { code: value === undefined ? "missing" : "invalid", message: value === undefined ? issue.message : `${shown(value)}: ${issue.message}` };
  if (value === undefined) return { code: "missing", message: "is missing", expected: expectedKind(issue) ?? issue.values?.map(String).join(", ") };
  switch (issue.code) {
    case "invalid_type":
      return {
        code: "wrong-type",
        message: `is ${kindOf(value)}`,
        expected: expectedKind(issue),
        ...(issue.expected === "string" && ["number", "boolean"].includes(typeof value) && { hint: "put it in quotes" }),
      };
    case "invalid_key":
      return { code: "reserved-key", message: "is a key that may not stand here", expected: issue.issues?.[0]?.message };
    case "invalid_value":
      return wrongValue(issue, value);
    case "too_big":
      return { code: "invalid", message: tooMuch(issue) };
    case "too_small":
      return { code: "invalid", ...tooLittle(issue, value) };
    case "invalid_format":
      return wrongForm(issue, value);
    default:
      return { code: "invalid", message: `${shown(value)}: ${issue.message}` };
  }
};

/**
 * Turns what zod found wrong into problems that name the value, what was expected and what was probably meant.
 * @param known keys that are accepted at a path, for suggestions
 */
export const zodProblems = (issues: readonly unknown[], input: unknown, known: (path: PropertyKey[]) => string[] = () => []): Problem[] =>
  (issues as Issue[]).flatMap((issue) => {
    if (issue.code === "invalid_union" && issue.errors?.length)
      return zodProblems(
        furthest(issue.errors).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
        input,
        known,
      );
    const path = issue.path as (string | number)[];
    if (issue.code === "unrecognized_keys") return unknownKeys(issue, path, known);
    return [{ path, ...describe(issue, at(input, path)) }];
  });
