import { describe, expect, test } from "vitest";
import { definePlugin, Plugin, type PluginInput } from "@strideml/plugin-kit";
import { generateThreatModel, mergeKnowledge } from "../src/index.js";
import { AROUND, CATALOG as catalog, systemOf } from "./knowledge.js";

const load = (...plugins: unknown[]) => mergeKnowledge([catalog, ...plugins].map((plugin) => ({ plugin, digest: "0" })));
const problemsOf = (...plugins: unknown[]) => {
  const merged = load(...plugins);
  return merged.ok ? [] : merged.problems;
};
const base = { name: "acme-pack", version: "1.0.0", apiVersion: 1 } as const;
const framework = {
  id: "acme-controls",
  title: "Acme controls",
  edition: "3",
  publisher: "Acme",
  licence: "Own text",
  contentPolicy: "full",
  url: "https://example.org/controls",
  asOf: "2026-11-01",
  sources: [{ title: "Acme intranet" }],
  requirements: [
    { id: "AC-1", title: "Guard the model", kind: "control" },
    { id: "AC-2", title: "Appoint somebody", kind: "control" },
  ],
} as const;
const link = {
  requirement: "AC-1",
  threats: ["model-extraction"],
  relation: "addresses",
  strength: "primary",
  rationale: "The control asks for limits that stop copying by queries.",
  authority: "product",
  source: "own reading",
} as const;
const disposition = { requirement: "AC-2", disposition: "organisational", reason: "A role is appointed by management, not by a system." } as const;
const mapping = { framework: "acme-controls", edition: "3", links: [link], dispositions: [disposition] } as const;
const pack = (more: object = {}): PluginInput => definePlugin({ ...base, frameworks: [framework], mappings: [mapping], ...more } as unknown as PluginInput);

test("plugins that were checked before give the same knowledge", () => {
  const plugins = [catalog, pack()];
  const checked = mergeKnowledge(plugins.map((plugin) => ({ plugin: Plugin.parse(plugin), digest: "0", checked: true })));
  expect(checked).toEqual(load(pack()));
});

const SYSTEM = { modelType: "tabular", deployment: "cloud-api", dataSensitivity: "confidential", accessLevel: "public" };

test("a framework that the engine has never seen annotates findings and is covered", () => {
  const merged = load(pack());
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  const model = generateThreatModel(systemOf(SYSTEM), merged.value, AROUND);
  expect(model.threats.find((finding) => finding.threat === "model-extraction")!.annotations.map((link) => link.requirement)).toContain("AC-1");
  expect(model.frameworks[0]).toMatchObject({ id: "acme-controls", counts: { touched: 1, organisational: 1 } });
});

test("a threat that names a broader one inherits its links, marked as inherited", () => {
  const broader = catalog.threats.find((threat) => threat.id === "model-extraction")!;
  const merged = load(pack({ threats: [{ ...broader, id: "acme/scorecard-copying", aliases: [], broader: "model-extraction" }] }));
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  expect(merged.value.threatLinks["acme/scorecard-copying"]!.map((place) => merged.value.links[place])).toEqual([
    expect.objectContaining({ requirement: "AC-1", inheritedFrom: "model-extraction" }),
  ]);
});

const scale = (by: string, ...answers: string[]) => ({
  id: "acme/scale",
  title: "Acme's scale",
  by,
  values: Object.fromEntries(answers.map((answer) => [answer, { value: 3, because: "Acme measured it." }])),
});

test.each<[string, object, string[]]>([
  ["a yes-or-no question needs both", scale("context.capabilities.tools", "true"), ["missing"]],
  ["a list cannot be read", scale("context.regulations", "gdpr"), ["wrong-type"]],
  ["true and false are enough", scale("context.capabilities.tools", "true", "false"), []],
])("of a scale: %s", (_, wrong, codes) => expect(problemsOf(pack({ scales: [wrong] })).map(({ code }) => code)).toEqual(codes));

describe("of a chain of ever narrower threats", () => {
  const [a] = catalog.threats;
  const name = (index: number) => (index === 0 ? "acme/first-of-all" : `acme/t${index}`);
  const chain = Array.from({ length: 1000 }, (_, index) => ({
    ...a,
    id: name(index),
    aliases: index === 0 ? ["acme/old"] : [],
    broader: index === 0 ? "model-extraction" : index === 1 ? "acme/old" : name(index - 1),
  }));
  const merged = load(pack({ threats: chain }));
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  const { links, threatLinks } = merged.value;

  test("each inherits what the first has, by whatever name it is called", () =>
    expect(new Set(chain.map(({ id }) => threatLinks[id]!.map((place) => `${links[place]!.requirement} ${links[place]!.inheritedFrom}`).join()))).toEqual(
      new Set(["AC-1 model-extraction"]),
    ));
  test("no link is made that nobody has", () => {
    const used = new Set([...Object.values(threatLinks), ...Object.values(merged.value.mitigationLinks)].flat());
    expect(links.map((_, place) => used.has(place))).not.toContain(false);
  });
});

test.each(["context.constructor", "context.a.prototype"])("a question called %s, which no file could answer, is refused", (id) => {
  const question = { id, type: "boolean", title: "Is it?", why: "It matters.", order: 99, defaults: [{ value: true, because: "Always." }] };
  expect(problemsOf(pack({ questions: [question] })).map(({ path }) => path.join("."))).toEqual(["questions.0.id"]);
});

describe("what is wrong with a plugin is told, all of it", () => {
  const CASES: [string, unknown, string][] = [
    ["a newer contract", { ...base, apiVersion: 2 }, "api-version"],
    ["a threat without a way in", pack({ threats: [{ id: "acme/x" }] }), "missing"],
    ["a mapping for another edition", pack({ mappings: [{ ...mapping, edition: "2" }] }), "wrong-edition"],
    ["a link to a threat that does not exist", pack({ mappings: [{ ...mapping, links: [{ ...link, threats: ["model-extration"] }] }] }), "dangling-reference"],
    ["a link to a requirement that does not exist", pack({ mappings: [{ ...mapping, links: [link, { ...link, requirement: "AC-9" }] }] }), "dangling-reference"],
    ["the same pair twice", pack({ mappings: [{ ...mapping, links: [link, link] }] }), "duplicate-link"],
    ["a requirement nobody speaks of", pack({ mappings: [{ ...mapping, dispositions: [] }] }), "no-disposition"],
    ["a requirement both linked and disposed of", pack({ mappings: [{ ...mapping, dispositions: [disposition, { ...disposition, requirement: "AC-1" }] }] }), "two-dispositions"],
    ["an id of the catalog again", pack({ mitigations: [catalog.mitigations[0]] }), "duplicate-id"],
    ["a second set of weights", pack({ scoring: catalog.scoring }), "scoring"],
    ["a script in an address", pack({ frameworks: [{ ...framework, url: "javascript:alert(1)" }] }), "invalid"],
  ];
  test.each(CASES)("%s", (_, plugin, code) => expect(problemsOf(plugin).map((problem) => problem.code)).toContain(code));
  test("broader in a circle", () => {
    const [a] = catalog.threats;
    const circle = [
      { ...a, id: "acme/a", aliases: [], broader: "acme/b" },
      { ...a, id: "acme/b", aliases: [], broader: "acme/a" },
    ];
    expect(problemsOf(pack({ threats: circle })).map((problem) => problem.code)).toContain("circular-broader");
  });
  test("groups of requirements in a circle", () => {
    const [first, second] = framework.requirements;
    const circle = {
      ...framework,
      requirements: [
        { ...first, parent: "AC-2" },
        { ...second, parent: "AC-1" },
      ],
    };
    expect(problemsOf(pack({ frameworks: [circle] })).map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["circular-parent", "frameworks.0.requirements.0.parent"],
      ["circular-parent", "frameworks.0.requirements.1.parent"],
    ]);
  });
  test("broader in a circle by an earlier name", () => {
    const [a] = catalog.threats;
    const circle = [
      { ...a, id: "acme/a", aliases: [], broader: "acme/old-b" },
      { ...a, id: "acme/b", aliases: ["acme/old-b"], broader: "acme/a" },
    ];
    expect(problemsOf(pack({ threats: circle })).map((problem) => problem.code)).toContain("circular-broader");
  });
  test("a question that depends on itself or on a later one", () => {
    const question = { section: "Use", type: "boolean", title: "Is it?", help: "Say yes or no.", source: { text: "own" } };
    const questions = [
      { ...question, id: "a", when: { b: true } },
      { ...question, id: "b", when: { a: true } },
      { ...question, id: "c", when: { any: [{ c: true }] } },
    ];
    const found = problemsOf(pack({ questionnaires: [{ id: "acme/q", title: "Q", description: "Asks.", asOf: "2026-11-01", questions }] }));
    expect(found.map(({ code, path }) => [code, path.slice(2)])).toEqual([
      ["later-question", ["questions", 0, "when", "b"]],
      ["later-question", ["questions", 2, "when", "any", 0, "c"]],
    ]);
  });
  test.each([["likelihood", "exposure"], ["likelihood", "ease"], ["likelihood", "availability"], ["impact"]])("an adjustment that names no value, under %s %s", (...at) => {
    const threat = structuredClone(catalog.threats[0]) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    const wrong = { when: { modelType: "llmx" }, add: 1, because: "It is wrong." };
    const [, factor] = at;
    const holder = factor === undefined ? threat["impact"] : threat["likelihood"]?.[factor];
    holder!["adjust"] = [{ ...wrong, when: { modelType: "llm" } }, wrong] as never;
    expect(problemsOf(pack({ threats: [{ ...threat, id: "acme/t", aliases: [] }] })).map(({ path }) => path)).toEqual([["threats", 0, ...at, "adjust", 1, "when", "modelType"]]);
  });
  test("each problem names the plugin that it is in", () =>
    expect(problemsOf(pack({ mappings: [{ ...mapping, edition: "2" }] }))[0]).toMatchObject({ source: "acme-pack", path: ["mappings", 0, "edition"] }));
});
