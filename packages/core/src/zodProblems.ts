import { didYouMean, type Problem, withoutUnseen } from "@strideml/plugin-kit";

/** The part of a zod issue that is read here. */
interface Issue {
  code?: string;
  message: string;
  path: PropertyKey[];
  keys?: string[];
  values?: unknown[];
  expected?: string;
  errors?: Issue[][];
  issues?: Issue[];
}

const kindOf = (value: unknown) => (value === null ? "nothing" : Array.isArray(value) ? "a list" : typeof value === "object" ? "a mapping" : `a ${typeof value}`);

/** Longest value that is repeated in a message. */
const SHOWN = 60;

/** A value as it is shown in a message: short, on one line. */
export const shown = (value: unknown): string => {
  if (value !== null && typeof value === "object") return kindOf(value);
  const text = withoutUnseen((typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing")).replace(/\s+/gu, " "));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

const at = (input: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value !== null && typeof value === "object" ? (value as Record<PropertyKey, unknown>)[key] : undefined), input);

/** What zod calls a kind of value, where it is not the word for it. */
const EXPECTED: Readonly<Record<string, string>> = { record: "a mapping", object: "a mapping", array: "a list", int: "a whole number" };

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

const describe = (issue: Issue, value: unknown): Pick<Problem, "code" | "message" | "expected" | "hint"> => {
  if (value === undefined) return { code: "missing", message: "is missing", expected: EXPECTED[issue.expected ?? ""] ?? issue.expected ?? issue.values?.map(String).join(", ") };
  if (issue.code === "invalid_type") return { code: "wrong-type", message: `is ${kindOf(value)}`, expected: EXPECTED[issue.expected ?? ""] ?? `a ${issue.expected}` };
  if (issue.code === "invalid_key") return { code: "reserved-key", message: "is a key that may not stand here", expected: issue.issues?.[0]?.message };
  if (issue.code === "invalid_value") {
    const values = (issue.values ?? []).map(String);
    // A number in quotes looks like the number.
    if (values.includes(shown(value))) return { code: "wrong-type", message: `is ${kindOf(value)}`, expected: `the ${typeof issue.values![0]} ${values.join(", ")}` };
    return {
      code: "unknown-value",
      message: `unknown value ${shown(value)}`,
      expected: values.length > 1 ? `one of ${values.join(", ")}` : String(values[0]),
      hint: didYouMean(shown(value), values),
    };
  }
  if (value === "") return { code: "invalid", message: "is empty", expected: "text" };
  return { code: "invalid", message: `${shown(value)}: ${issue.message}` };
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
