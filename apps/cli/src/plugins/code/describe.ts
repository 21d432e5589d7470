import type { Problem } from "@strideml/plugin-kit";
import type { Described, ExporterHead, ImporterHead } from "./Request.js";

type Path = Problem["path"];

export const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** Deepest nesting that is looked at; what is deeper is refused when it is merged. */
const DEEPEST = 40;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A namespace of a module, an object of JSON, and an object literal of any realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const notData = (what: string, path: Path): Problem => ({
  code: "plugin-shape",
  message: `is ${what}, which is no data`,
  path,
  expected: "text, numbers, booleans, lists and mappings",
  hint: "functions belong to exporters and importers",
});

/** Everything in a value that JSON would drop or change silently. */
const lossesIn = (value: unknown, path: Path, above: readonly object[]): Problem[] => {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return [notData(`a ${typeof value}`, path)];
  if (typeof value === "number" && !Number.isFinite(value)) return [notData(String(value), path)];
  if (value === null || typeof value !== "object") return [];
  if (above.includes(value)) return [{ ...notData("a part of itself", path), hint: "write the values out" }];
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => lossesIn(each, [...path, index], [...above, value]));
  if (!isPlain(value)) return [notData(`an object of the class ${value.constructor.name || "without a name"}`, path)];
  return Object.entries(value).flatMap(([key, each]) => lossesIn(each, [...path, key], [...above, value]));
};

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What each property of an exporter must be. The extension becomes a part of a file name. */
const EXPORTER: readonly [keyof ExporterHead, (value: unknown) => boolean, string][] = [
  ["id", (value) => typeof value === "string" && NAME.test(value) && value.length <= 60, "lower-case words joined by hyphens, such as acme-report"],
  ["title", (value) => typeof value === "string" && /^[^\n]{1,200}$/.test(value), "one line of at most 200 characters"],
  [
    "extension",
    (value) => typeof value === "string" && /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/i.test(value) && value.length <= 40,
    "letters and digits without the leading dot, such as acme.csv",
  ],
  ["mediaType", (value) => typeof value === "string" && /^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.-]+)*$/.test(value), "a media type, such as text/csv"],
  ["deterministic", (value) => typeof value === "boolean", "true or false"],
];

const IMPORTER: readonly [keyof ImporterHead, (value: unknown) => boolean, string][] = [
  [...EXPORTER[0]!] as [keyof ImporterHead, (value: unknown) => boolean, string],
  [...EXPORTER[1]!] as [keyof ImporterHead, (value: unknown) => boolean, string],
  ["extensions", (value) => Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"), "a list of extensions, such as [acme.json]"],
];

const wrongParts = (each: unknown, rules: readonly (readonly [string, (value: unknown) => boolean, string])[], functions: readonly string[], path: Path): Problem[] => {
  if (!isMapping(each))
    return [{ code: "plugin-shape", message: "is no exporter or importer", path, expected: `an object with ${[...rules.map(([key]) => key), ...functions].join(", ")}` }];
  return [
    ...rules
      .filter(([key, fits]) => !fits(each[key]))
      .map(([key, , expected]) => ({ code: "plugin-shape", message: each[key] === undefined ? "is missing" : "is not what is expected", path: [...path, key], expected })),
    ...functions
      .filter((key) => typeof each[key] !== "function")
      .map((key) => ({ code: "plugin-shape", message: each[key] === undefined ? "is missing" : "is no function", path: [...path, key], expected: "a function" })),
  ];
};

const partsOf = (value: unknown, noun: "exporters" | "importers"): { parts: Record<string, unknown>[]; problems: Problem[] } => {
  if (value === undefined) return { parts: [], problems: [] };
  if (!Array.isArray(value)) return { parts: [], problems: [{ code: "plugin-shape", message: `${noun} is not a list`, path: [noun], expected: `${noun}: [ ... ]` }] };
  const [rules, functions] = noun === "exporters" ? [EXPORTER, ["export"]] : [IMPORTER, ["recognises", "import"]];
  return { parts: value as Record<string, unknown>[], problems: value.flatMap((each, index) => wrongParts(each, rules, functions, [noun, index])) };
};

const heads = <Head>(parts: readonly Record<string, unknown>[], keys: readonly string[]): Head[] =>
  parts.map((part) => Object.fromEntries(keys.map((key) => [key, part[key]])) as Head);

const unexpected = (value: unknown): Problem => {
  const shape = { code: "plugin-shape", path: [], expected: "export default definePlugin({ name, version, apiVersion: 1, ... })" };
  if (value === undefined) return { ...shape, message: "has no default export" };
  if (typeof value === "function") return { ...shape, message: "is a function", hint: "call it: the plugin is what it returns" };
  return { ...shape, message: "is not a plugin" };
};

/** Parts a plugin into data, which is checked like any other, and the heads of its functions. */
export const describe = (value: unknown): Described | Problem[] => {
  if (!isMapping(value)) return [unexpected(value)];
  if (isMapping(value["default"]) && value["name"] === undefined)
    return [{ ...unexpected(null), message: "is the namespace of a module", hint: 'import the default: import acme from "..." instead of import * as acme' }];
  const { exporters, importers, ...data } = value;
  const [ex, im] = [partsOf(exporters, "exporters"), partsOf(importers, "importers")];
  const problems = [...lossesIn(data, [], []), ...ex.problems, ...im.problems];
  if (problems.length > 0) return problems;
  const functions = [...ex.parts.map((part) => String(part["export"])), ...im.parts.map((part) => `${String(part["recognises"])}${String(part["import"])}`)].join("\n");
  return {
    data: JSON.stringify(data),
    exporters: heads<ExporterHead>(
      ex.parts,
      EXPORTER.map(([key]) => key),
    ),
    importers: heads<ImporterHead>(
      im.parts,
      IMPORTER.map(([key]) => key),
    ),
    functions,
  };
};
