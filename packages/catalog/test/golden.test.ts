// What each example comes to, in a form that is read in a diff. Update with: npx vitest run golden -u
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import type { ThreatModel } from "@strideml/plugin-kit";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";

const folder = new URL("../../../examples/", import.meta.url);

const digest = ({ system, overall, residual, categories, threats, mitigations }: ThreatModel): string =>
  [
    `${system.name}: overall ${overall.score} ${overall.severity}, residual ${residual.overall.score}`,
    categories.map((category) => `${category.stride} ${category.score} (${category.findings})`).join(", "),
    "",
    ...threats.map(({ score, severity, likelihood, impact, id, residual: left, status }) => `${String(score).padStart(2)} ${severity.padEnd(8)} ${likelihood.toFixed(2)} x ${impact.toFixed(2)}  ${id}${left.score === score ? "" : `  -> ${left.score}`}${status === "open" ? "" : `  ${status}`}`),
    "",
    ...mitigations.slice(0, 10).map(({ id, effort, riskRemoved }) => `${effort} ${riskRemoved.toFixed(1).padStart(5)}  ${id}`),
    "",
  ].join("\n");

test.each(readdirSync(folder).filter((name) => name.endsWith(".yaml")))("%s", async (name) => {
  const parsed = parseSystem(parse(readFileSync(new URL(name, folder), "utf8")), KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await expect(digest(generateThreatModel(parsed.value, KNOWLEDGE, { ...AROUND, date: "2026-11-01" }))).toMatchFileSnapshot(`golden/${name.replace(/\.yaml$/, ".txt")}`);
});
