// Answers in, outcomes and days out, through the command line as its users run it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(dirname(createRequire(import.meta.url).resolve("strideml/package.json")), "bin/strideml.cjs");
const { base, vectors } = parse(readFileSync(join(root, "test/vectors.yaml"), "utf8"));
const SYSTEM = ["--model-type", "llm", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public"];

const assessed = (given) => {
  const answers = Object.entries({ ...base, ...given }).filter(([, value]) => value !== null);
  const flags = answers.flatMap(([id, value]) => ["--answer", `${id}=${[value].flat().join(",")}`]);
  const where = ["--config", join(root, "strideml.config.yaml"), "--questionnaire", "kr/ai-basic-act", "--on", "2026-11-23"];
  return JSON.parse(execFileSync(process.execPath, [cli, "obligations", ...SYSTEM, ...where, ...flags, "--json"], { encoding: "utf8" }));
};

test("there are at least fifteen vectors, each with a name of its own and a source", () => {
  assert.ok(vectors.length >= 15);
  assert.equal(new Set(vectors.map(({ name }) => name)).size, vectors.length);
  assert.ok(vectors.every(({ source }) => source));
});

for (const { name, source, given, holds, open = {}, binds = {}, opened = {}, free = [], contradictions = [] } of vectors)
  test(`${name} (${source})`, () => {
    const { outcomes, calendar, contradictions: told } = assessed(given);
    const sure = new Map([...calendar.now, ...calendar.next].flatMap(({ obligations }) => obligations.map((each) => [each.requirement, each])));
    const waiting = new Map(calendar.open.flatMap(({ obligations }) => obligations.map((each) => [each.requirement, each])));
    const ids = (status) => outcomes.filter((outcome) => outcome.status === status).map(({ id }) => id);
    assert.deepEqual(ids("holds").toSorted(), holds.toSorted());
    assert.deepEqual(
      told.map(({ id }) => id),
      contradictions,
    );
    for (const [id, needs] of Object.entries(open)) assert.deepEqual(outcomes.find((outcome) => outcome.id === id && outcome.status === "open")?.needs, needs, id);
    for (const [id, when] of Object.entries(binds)) assert.equal(`${sure.get(id)?.from} ${sure.get(id)?.route}`, when, id);
    for (const [id, needs] of Object.entries(opened)) assert.deepEqual(waiting.get(id)?.needs, needs, id);
    for (const id of free) assert.ok(!sure.has(id) && !waiting.has(id), `${id} binds`);
  });
