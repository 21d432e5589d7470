// What every entry must be, whoever wrote it (CONTRIBUTING.md, "Add a threat").
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { buildArchitecture } from "../../core/src/buildArchitecture.js";
import { holds, ranksOf } from "../../core/src/condition.js";
import { STRIDE } from "@strideml/plugin-kit";
import { AROUND, CATALOG as catalog, KNOWLEDGE, allProfiles, systemOf } from "../../core/test/knowledge.js";

const { threats, mitigations } = catalog;
const folder = new URL("../../../examples/", import.meta.url);
const examples = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const parsed = parseSystem(parse(readFileSync(new URL(name, folder), "utf8")), KNOWLEDGE);
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
      return [name.replace(/\.yaml$/, ""), new Set(generateThreatModel(parsed.value, KNOWLEDGE, AROUND).threats.map((finding) => finding.threat))] as const;
    }),
);

/** Systems of every model type and deployment, small and large, on own, downloaded and hosted models. */
const systems = allProfiles()
  .filter(({ dataSensitivity, accessLevel }) => ["internal", "biometric", "classified"].includes(dataSensitivity) && ["internal", "public", "white-box"].includes(accessLevel))
  .flatMap((profile) =>
    (profile.deployment === "downloadable" ? ["none", "open-weights"] : ["none", "open-weights", "vendor-api"]).flatMap((baseModel) =>
      [true, false].map((large) =>
        systemOf(profile, {
          context: { consequence: "safety", training: { baseModel, federated: large }, ...(large && { capabilities: { retrieval: true, tools: true, codeExecution: true, memory: true, multiAgent: true, multimodal: true } }) },
        }),
      ),
    ),
  );
const ranks = ranksOf(KNOWLEDGE.questions);

describe("threats", () => {
  test("there are enough of them for every category", () => {
    expect(threats.length).toBeGreaterThanOrEqual(90);
    for (const stride of STRIDE) expect(threats.filter((threat) => threat.stride === stride).length).toBeGreaterThanOrEqual(8);
  });
  test("each proves itself: it fires on examples and stays quiet on others", () => {
    const wrong = threats.flatMap(({ id, examples: named }) => {
      if (!named) return [`${id}: names no examples`];
      const at = (name: string) => examples.get(name);
      return [
        ...[...named.fires, ...named.quiet].filter((name) => !at(name)).map((name) => `${id}: no example is called ${name}`),
        ...named.fires.filter((name) => at(name) && !at(name)!.has(id)).map((name) => `${id}: does not fire on ${name}`),
        ...(named.quiet.length === 0 && [...examples.values()].some((fired) => !fired.has(id)) ? [`${id}: names no example on which it stays quiet`] : []),
        ...named.quiet.filter((name) => at(name)?.has(id)).map((name) => `${id}: fires on ${name}`),
      ];
    });
    expect(wrong).toEqual([]);
  });
  test("each is annotated by at least one framework", () => {
    const bare = threats.filter((threat) => (KNOWLEDGE.threatLinks[threat.id] ?? []).length === 0).map((threat) => threat.id);
    expect(bare).toEqual([]);
  });
  test("none names a framework's id: mappings do that", () => {
    const named = [...threats, ...mitigations].filter((entry) => /AML\.T\d|LLM\d\d|ML\d\d:|NISTAML|ASI\d\d|\bA\.\d+\.\d|Article \d|Annex [IVX]/.test(JSON.stringify({ ...entry, references: [] }))).map((entry) => entry.id);
    expect(named).toEqual([]);
  });
  test("no two say the same thing under two titles", () => {
    const titles = threats.map((threat) => threat.title.toLowerCase());
    expect(new Set(titles).size).toBe(titles.length);
  });
  test("descriptions are long enough to explain and short enough to read", () => {
    const odd = threats.filter((threat) => threat.description.length < 200 || threat.description.length > 1200).map((threat) => `${threat.id}: ${threat.description.length}`);
    expect(odd).toEqual([]);
  });
  test("each has at least three mitigations, and one of them helps more than weakly", () => {
    const weak = threats.filter((threat) => threat.mitigations.length < 3 || threat.mitigations.every((mitigation) => mitigation.effect === "weak")).map((threat) => threat.id);
    expect(weak).toEqual([]);
  });
  test("a mitigation is named at most once in a threat", () => {
    expect(threats.filter((threat) => new Set(threat.mitigations.map(({ id }) => id)).size < threat.mitigations.length).map((threat) => threat.id)).toEqual([]);
  });
});

describe("mitigations", () => {
  test("each helps on some system on which its threat happens", () => {
    const whens = new Map(mitigations.map((mitigation) => [mitigation.id, mitigation.when]));
    const dead = threats.flatMap((threat) => {
      const struck = systems.filter(({ answers }) => holds(threat.when, answers, ranks));
      return threat.mitigations.filter(({ id }) => !struck.some(({ answers }) => holds(whens.get(id), answers, ranks))).map(({ id }) => `${threat.id}: ${id}`);
    });
    expect(dead).toEqual([]);
  });
  test("there are at least seventy, sixty of them with a question of their own", () => {
    expect(mitigations.length).toBeGreaterThanOrEqual(70);
    expect(new Set(mitigations.map((mitigation) => mitigation.question)).size).toBeGreaterThanOrEqual(60);
  });
  test("each is asked for by a threat", () => {
    const asked = new Set(threats.flatMap((threat) => threat.mitigations.map(({ id }) => id)));
    expect(mitigations.filter((mitigation) => !asked.has(mitigation.id)).map((mitigation) => mitigation.id)).toEqual([]);
  });
  test("each has at least two criteria that can be failed", () => {
    expect(mitigations.filter((mitigation) => mitigation.acceptance.length < 2).map((mitigation) => mitigation.id)).toEqual([]);
  });
});

describe("references", () => {
  const cited = [...threats, ...mitigations].flatMap((entry) => entry.references.map((reference) => ({ by: entry.id, reference })));
  const where = ({ doi, arxiv, url }: (typeof cited)[number]["reference"]) => doi ?? arxiv ?? url;
  const told = ({ kind, title, authors, year }: (typeof cited)[number]["reference"]) => JSON.stringify([kind, title, authors, year]);
  test("a source is called the same wherever it is cited", () => {
    const first = new Map(cited.map(({ reference }) => [where(reference), told(reference)]));
    expect(cited.filter(({ reference }) => first.get(where(reference)) !== told(reference)).map(({ by, reference }) => `${by}: ${told(reference)} is also ${first.get(where(reference))}`)).toEqual([]);
  });
  test("no paper appeared before its arXiv number was given", () => {
    expect(cited.filter(({ reference: { arxiv, year } }) => /^\d{4}\./.test(arxiv ?? "") && year < 2000 + Number(arxiv!.slice(0, 2))).map(({ by }) => by)).toEqual([]);
  });
});

describe("questions", () => {
  test("each that is answered by yes or no says what counts as yes", () => {
    expect(catalog.questions.filter(({ type, help }) => type === "boolean" && help === undefined).map(({ id }) => id)).toEqual([]);
  });
  test.each([
    ["none", "web-scraped"],
    ["vendor-api", "vendor"],
  ])("where the data came from follows from what a language model is built on: %s", (baseModel, origin) => {
    const profile = { modelType: "llm", deployment: "cloud-api", dataSensitivity: "public", accessLevel: "public" };
    expect(systemOf(profile, { context: { training: { baseModel } } }).answers["context.training.dataOrigin"]).toBe(origin);
  });
});

test("every scale is used", () => {
  const used = new Set([...threats.map((threat) => threat.likelihood.exposure.via), catalog.scoring!.impact.confidentiality, catalog.scoring!.impact.integrity, catalog.scoring!.impact.availability]);
  expect(catalog.scales.filter((scale) => !used.has(scale.id)).map((scale) => scale.id)).toEqual([]);
});

test("every kind of component is attacked somewhere", () => {
  const attacked = new Set(threats.flatMap((threat) => threat.affects));
  const kinds = new Set(catalog.architectures.flatMap((architecture) => architecture.components.map((component) => component.kind)));
  expect([...kinds].filter((kind) => !attacked.has(kind))).toEqual([]);
});

test("no component of the data-flow diagram stands alone", () => {
  const alone = systems.flatMap((system) => {
    const { components, flows } = buildArchitecture(system, KNOWLEDGE);
    const { modelType, deployment } = system.answers;
    return components.filter(({ id }) => !flows.some(({ from, to }) => from === id || to === id)).map(({ id }) => `${id}: ${String(modelType)} ${String(deployment)}`);
  });
  expect([...new Set(alone)]).toEqual([]);
});
