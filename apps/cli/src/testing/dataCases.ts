import assert from "node:assert/strict";
import { assess, holds, ranksOf } from "@strideml/core";
import type { Framework, Mapping, Questionnaire, Threat } from "@strideml/plugin-kit";
import { loadOnly, type UnderTest } from "./loadUnderTest.js";
import { everyProfile, modelOf, SAMPLES } from "./samples.js";
import type { TestCase } from "./TestCase.js";

const listOf = <T>({ loaded }: UnderTest, key: string): T[] => (Array.isArray(loaded.plugin[key]) ? (loaded.plugin[key] as T[]) : []);

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

const prototypeKeys = (value: unknown, path = ""): string[] =>
  value === null || typeof value !== "object"
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [...(FORBIDDEN.has(key) ? [`${path}${key}`] : []), ...prototypeKeys(inner, `${path}${key}.`)]);

const rationales = (under: UnderTest): void => {
  const seen = new Map<string, string>();
  for (const { framework, links } of listOf<Mapping>(under, "mappings"))
    for (const { requirement, rationale } of links) {
      const text = rationale.toLowerCase().replace(/\W+/g, " ").trim();
      const twin = seen.get(text);
      assert.ok(twin === undefined || twin === requirement, `${framework}: ${requirement} and ${twin} have the same rationale: say why this threat and this requirement`);
      seen.set(text, requirement);
    }
};

const canHappen = (under: UnderTest, id: string): void => {
  const threat = under.knowledge.threats.find((each) => each.id === id)!;
  const ranks = ranksOf(under.knowledge.questions);
  const some = everyProfile(under.knowledge).some((profile) => {
    try {
      return modelOf({ schemaVersion: 1, system: { name: "Any" }, profile }, under.knowledge).threats.some((finding) => finding.threat === id);
    } catch {
      return false;
    }
  });
  // Conditions on refinements that have to be given are not met by any profile alone.
  assert.ok(some || JSON.stringify(threat.when).includes("context."), `no profile makes ${id} appear: look at its condition and at the kinds of component that it affects`);
  assert.ok(!holds(threat.when, {}, ranks) || threat.affects.length > 0, `${id} is placed nowhere`);
};

const isTold = (under: UnderTest, id: string): void => {
  const told = SAMPLES.some((file) => modelOf(file, under.knowledge).frameworks.some((cover) => cover.id === id && cover.coverage.length > 0));
  assert.ok(told, `no model says anything of the requirements of ${id}`);
};

const staysOpen = (under: UnderTest, { id, framework }: Questionnaire): void => {
  const questionnaire = under.knowledge.questionnaires.find((each) => each.id === id)!;
  const about = under.knowledge.frameworks.find((each) => each.id === framework);
  const { contradictions } = assess(questionnaire, {}, { answers: {}, ranks: ranksOf(under.knowledge.questions) }, about);
  assert.deepEqual(contradictions, [], `${id} finds contradictions where nothing was answered`);
};

/** Cases for what a plugin says. */
export const dataCases = (under: UnderTest, target: string): TestCase[] => [
  { name: "holds nothing but data, and no key that could change a prototype", run: () => assert.deepEqual(prototypeKeys(under.loaded.plugin), []) },
  { name: "is the same when it is loaded twice", run: async () => assert.equal((await loadOnly(target)).digest, under.loaded.digest) },
  { name: "gives each link a reason of its own", run: () => rationales(under) },
  ...listOf<Threat>(under, "threats").map(({ id }) => ({ name: `the threat ${id} happens on some system`, run: () => canHappen(under, id) })),
  ...listOf<Framework>(under, "frameworks").map(({ id }) => ({ name: `models tell of the framework ${id}`, run: () => isTold(under, id) })),
  ...listOf<Questionnaire>(under, "questionnaires").map((questionnaire) => ({
    name: `the questionnaire ${questionnaire.id} leaves open what nobody answered`,
    run: () => staysOpen(under, questionnaire),
  })),
];
