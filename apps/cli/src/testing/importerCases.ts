import type { Importer, Result } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import type { Bench } from "./Bench.js";
import { HOSTILE } from "./hostileModels.js";
import { keep } from "./Unkept.js";

/** Texts that are no file of any tool, each wrong in a way of its own. */
const TEXTS: Readonly<Record<string, string>> = {
  "an empty file": "",
  "a list": "[]",
  nothing: "null",
  "half a JSON object": '{"a": {"b": [1, 2',
  "an empty object": "{}",
  "half an XML document": "<a><b>",
  "a key that reaches into the language": '{"__proto__": {"polluted": true}}',
  "deep nesting": `${"[".repeat(5000)}${"]".repeat(5000)}`,
  "control characters": HOSTILE["control characters"],
};

const isResult = (value: Result<unknown>): boolean =>
  value.ok ? "value" in value : Array.isArray(value.problems) && value.problems.every(({ message }) => typeof message === "string");

const attempt = ({ id, extensions, recognises, import: read }: Importer, what: string, text: string): string[] => {
  const file = `x.${extensions[0] ?? "json"}`;
  try {
    if (typeof recognises(text, file) !== "boolean") return [`${id}: recognises gives no boolean for ${what}`];
    return isResult(read(text, file)) ? [] : [`${id}: import gives no result for ${what}; expected { ok: true, value } or { ok: false, problems }`];
  } catch (error) {
    return [`${id} throws on ${what}: ${(error as Error).message}; expected { ok: false, problems }`];
  }
};

/** Cases about every importer of a plugin. */
export const importerCases = ({ subject }: Bench): ContractCase[] =>
  subject.importers.map((importer) => ({
    name: `importer ${importer.id}: throws on no file, whatever it holds`,
    run: async () => keep(Object.entries(TEXTS).flatMap(([what, text]) => attempt(importer, what, text))),
  }));
