// Whether the threat models of systems that were attacked name what was used against them, and name it early.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE, type Profile, systemOf } from "../../core/test/knowledge.js";

interface Attack {
  case: string;
  system: string;
  used: string[];
}

const attacks = parse(readFileSync(new URL("case-studies.yaml", import.meta.url), "utf8")) as Attack[];

const RETIRED = new Map(KNOWLEDGE.frameworks.find(({ id }) => id === "mitre-atlas")!.requirements.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)));

const profileOf = (system: string): Profile => {
  const [modelType, deployment, dataSensitivity, accessLevel] = system.split(" ") as [string, string, string, string];
  return { modelType, deployment, dataSensitivity, accessLevel };
};

/** A sub-technique stands for its technique and the other way round. */
const related = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

const rows = attacks.flatMap(({ case: study, system, used }) => {
  const { threats } = generateThreatModel(systemOf(profileOf(system)), KNOWLEDGE, AROUND);
  const named = threats.map(({ annotations }) => annotations.filter(({ framework }) => framework === "mitre-atlas").map(({ requirement }) => requirement));
  return used.map((row) => {
    const wanted = row.split(" or ").map((id) => `AML.${id}`);
    const fits = (found: string[]) => wanted.some((id) => found.some((each) => related(each, RETIRED.get(id) ?? id)));
    return { row: `${study}: ${row}`, place: named.findIndex(fits) };
  });
});

test("every technique is named by a finding", () => {
  expect(rows.filter(({ place }) => place < 0).map(({ row }) => row)).toEqual([]);
});

test("nine of ten are named by one of the ten highest findings", () => {
  const late = rows.filter(({ place }) => place >= 10).map(({ row }) => row);
  expect(late.length, late.join("\n")).toBeLessThanOrEqual(rows.length / 10);
});
