// What must hold for every mapping: the framework's own ids and titles, SKOS that does not contradict itself, rationales of their own, honest authority.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { KNOWLEDGE } from "../../core/test/knowledge.js";

const framework = (id: string) => KNOWLEDGE.frameworks.find((each) => each.id === id)!;
const official = (name: string): string[][] =>
  readFileSync(new URL(`official/${name}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));

/** Each row of the mappings with what it links; rows that a threat inherited from a broader one are left out. */
const ROWS = KNOWLEDGE.links.map((link) => ({ ...link, threats: [] as string[], mitigations: [] as string[] }));
for (const [id, places] of Object.entries(KNOWLEDGE.threatLinks)) for (const place of places) ROWS[place]!.threats.push(id);
for (const [id, places] of Object.entries(KNOWLEDGE.mitigationLinks)) for (const place of places) ROWS[place]!.mitigations.push(id);
const OWN = ROWS.filter(({ inheritedFrom }) => inheritedFrom === undefined);
const told = (rows: readonly (typeof ROWS)[number][]) => rows.map((row) => `${row.framework} ${row.requirement} ${row.relation}: ${row.rationale} <${row.source}>`);
const linked = (id: string, requirement: (id: string) => boolean) =>
  new Set(ROWS.filter((row) => row.framework === id && requirement(row.requirement)).flatMap(({ threats, mitigations }) => [...threats, ...mitigations]));

describe.each(["owasp-ml-top10", "owasp-llm-top10", "owasp-agentic-top10", "nist-ai-rmf", "iso-42001", "mitre-atlas", "eu-ai-act"])("%s is what its owner published", (id) => {
  const { requirements } = framework(id);
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  test("every official entry is there under its own title", () => {
    const ours = official(id).map(([each, title]) => [each, title === undefined ? undefined : byId.get(each!)?.title, byId.has(each!)]);
    expect(ours).toEqual(official(id).map(([each, title]) => [each, title, true]));
  });
  test("every earlier id leads to its entry", () => {
    for (const [each, , ...earlier] of official(id)) for (const old of earlier) expect(byId.get(each!)!.aliases, old).toContain(old);
  });
  test("nothing is invented", () => {
    const known = new Set(official(id).map(([each]) => each));
    const category = /^(?:GOVERN|MAP|MEASURE|MANAGE)(?: \d)?$|^600-1$/;
    const invented = requirements.filter((requirement) => !known.has(requirement.id) && !(id === "nist-ai-rmf" && category.test(requirement.id)));
    expect(invented.map((each) => each.id).filter((each) => id !== "eu-ai-act" || /^Article \d+a?$/.test(each))).toEqual([]);
  });
});

test("the sections of ISO/IEC 42001 Annex A hold 3, 2, 5, 4, 9, 5, 4, 3 and 3 controls", () => {
  const controls = framework("iso-42001").requirements.filter(({ kind }) => kind === "control");
  const sections = ["A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8", "A.9", "A.10"];
  expect(sections.map((section) => controls.filter(({ id }) => id.startsWith(`${section}.`)).length)).toEqual([3, 2, 5, 4, 9, 5, 4, 3, 3]);
});

test("one reason why a requirement does not concern a system goes with one condition", () => {
  for (const { id, requirements } of KNOWLEDGE.frameworks) {
    const conditions = new Map<string, Set<string>>();
    for (const { when, whenNot } of requirements) if (whenNot !== undefined) conditions.set(whenNot, (conditions.get(whenNot) ?? new Set()).add(JSON.stringify(when)));
    expect([...conditions].filter(([, all]) => all.size > 1).map(([reason]) => `${id}: ${reason}`)).toEqual([]);
  }
});

describe("SKOS", () => {
  const attacks = ROWS.filter(({ relation }) => relation.endsWith("-match"));
  const threatsOf = (row: (typeof ROWS)[number], relation: string) =>
    attacks.filter((each) => each.framework === row.framework && each.requirement === row.requirement && each.relation === relation).flatMap(({ threats }) => threats);
  test("stands between attacks only: a measure is neither broader nor narrower than one", () => expect(told(attacks.filter(({ mitigations }) => mitigations.length > 0))).toEqual([]));
  test("an entry that equals one of our threats equals no other, and is broader than none of its siblings", () => {
    const exact = attacks.filter(({ relation }) => relation === "exact-match");
    expect(told(exact.filter((row) => threatsOf(row, "exact-match").length > 1 || threatsOf(row, "broad-match").length > 0))).toEqual([]);
  });
  test("no entry is both broader and narrower than one threat", () => {
    expect(told(attacks.filter((row) => row.relation === "narrow-match" && row.threats.some((threat) => threatsOf(row, "broad-match").includes(threat))))).toEqual([]);
  });
});

test("a threat by itself tests, documents and evidences nothing", () => {
  expect(told(ROWS.filter(({ relation, mitigations }) => ["tests", "documents", "evidences"].includes(relation) && mitigations.length === 0))).toEqual([]);
});

describe("authority and source", () => {
  const FUNCTIONS: Record<string, string> = { GV: "GOVERN", MP: "MAP", MS: "MEASURE", MG: "MANAGE" };
  const action = /suggested action (GV|MP|MS|MG)-(\d+\.\d+)-\d{3}$/;
  test("what is called government names the place in a publication of NIST, and is no reading of our own", () => {
    const government = OWN.filter(({ authority }) => authority === "government");
    expect(told(government.filter(({ source }) => !/^AI 600-1, (?:section|suggested action) /.test(source) || source.includes("own reading")))).toEqual([]);
  });
  test("a suggested action stands under the subcategory that its number names", () => {
    const elsewhere = OWN.filter(({ source, requirement }) => {
      const [, group, number] = action.exec(source) ?? [];
      return group !== undefined && `${FUNCTIONS[group]} ${number}` !== requirement;
    });
    expect(told(elsewhere)).toEqual([]);
  });
  test("every source names the requirement that it is cited for", () => {
    const named = ({ framework: id, requirement, source }: (typeof ROWS)[number]) =>
      id === "mitre-atlas" ? /^(?:own reading of )?ATLAS (?:2026\.09|cases? CS\d{4})/.test(source) : source.includes(requirement.replace(/^600-1 /, "section ")) || action.test(source);
    const ours = new Set(["owasp-ml-top10", "owasp-llm-top10", "owasp-agentic-top10", "nist-ai-rmf", "iso-42001", "mitre-atlas", "eu-ai-act"]);
    expect(told(OWN.filter((row) => ours.has(row.framework) && !named(row)))).toEqual([]);
  });
});

describe("no filler", () => {
  const COMMON = new Set("a an and are as at be by can for from has have in is it its no not of on only or so than that the their there these this to what which who whose with".split(" "));
  const words = (text: string) => new Set(text.toLowerCase().split(/[^a-z-]+/).filter((word) => word && !COMMON.has(word)));
  /** Pairs of different texts that share more than half of their words: one sentence with the nouns exchanged. */
  const alike = (texts: readonly string[]): string[] => {
    const all = [...new Set(texts)].map((text) => ({ text, words: words(text) }));
    return all.flatMap((one, place) =>
      all.slice(place + 1).flatMap((other) => {
        const shared = [...one.words].filter((word) => other.words.has(word)).length;
        return shared / (one.words.size + other.words.size - shared) > 0.55 ? [`${one.text} | ${other.text}`] : [];
      }),
    );
  };
  test("no rationale is another one with the nouns exchanged", () => {
    // Sibling sub-techniques of ATLAS may mirror each other: our one threat is related to both in the same way.
    const rows = OWN.filter(({ framework: id, requirement }) => id !== "mitre-atlas" || !/\.\d{3}$/.test(requirement));
    expect(alike(rows.map(({ rationale }) => rationale))).toEqual([]);
  });
  test("no reason of a disposition is another one with the nouns exchanged", () => {
    expect(alike(Object.values(KNOWLEDGE.dispositions).flatMap((each) => Object.values(each).map(({ reason }) => reason)))).toEqual([]);
  });
  test("no row links so many threats that it could link any", () => {
    expect(told(OWN.filter(({ threats, mitigations }) => threats.length > 7 || mitigations.length > 8))).toEqual([]);
  });
});

describe("nothing that an expert expects is missing", () => {
  test.each(official("owasp-llm-2026-appendix").flatMap(([entry, ...others]) => others.map((other) => [entry!, other] as const)))("%s shares a threat or measure with %s, as OWASP's appendix has it", (entry, other) => {
    const theirs = linked(other.startsWith("ASI") ? "owasp-agentic-top10" : "nist-ai-rmf", (each) => each === other || each.startsWith(`${other}.`));
    expect([...linked("owasp-llm-top10", (each) => each === entry)].filter((each) => theirs.has(each))).not.toEqual([]);
  });
  test.each([
    ["model-artifact-theft", ["ML05:2023", "LLM02:2026", "AML.T0025", "MEASURE 2.7", "MAP 4.2", "A.6.2.6", "Article 15(5)", "Article 55(1)(d)"]],
    ["model-extraction", ["ML05:2023", "LLM06:2026", "AML.T0024.002", "MEASURE 2.7", "A.6.2.6", "Article 15(5)"]],
    ["membership-inference", ["ML04:2023", "LLM02:2026", "AML.T0024.000", "MEASURE 2.10", "A.7.2", "Article 15(5)"]],
    ["backdoor-data-poisoning", ["ML02:2023", "LLM05:2026", "AML.T0020", "MEASURE 2.7", "A.6.2.6", "A.7.2", "Article 15(5)"]],
    ["trojaned-pretrained-model", ["ML06:2023", "ML07:2023", "LLM04:2026", "ASI04", "AML.T0010.003", "MANAGE 3.2", "A.10.3", "Article 15(5)", "Article 25(4)"]],
    ["indirect-prompt-injection", ["LLM01:2026", "ASI01", "AML.T0051.001", "600-1 2.9", "MEASURE 2.7", "A.6.2.4", "Article 15(5)"]],
    ["system-prompt-extraction", ["LLM08:2026", "LLM02:2026", "AML.T0056", "600-1 2.9", "A.6.2.4", "Article 15(5)"]],
    ["physical-adversarial-object", ["ML01:2023", "AML.T0041", "MEASURE 2.6", "MEASURE 2.7", "A.6.2.4", "Article 15(5)"]],
    ["missing-inference-audit-trail", ["MEASURE 2.8", "A.6.2.8", "Article 12(1)", "Article 26(6)", "Article 86"]],
    ["automation-bias-exploitation", ["LLM07:2026", "ASI09", "MAP 3.5", "600-1 2.7", "A.9.3", "Article 14(4)(b)", "Article 26(2)"]],
    ["unattributable-generated-content", ["600-1 2.8", "MEASURE 2.8", "A.8.2", "Article 50(2)"]],
    ["deepfake-generation-abuse", ["600-1 2.11", "A.5.5", "Article 5(1)(ba)", "Article 50(4)", "AML.T0088"]],
  ])("%s", (threat, requirements) => {
    const has = ROWS.filter(({ threats }) => threats.includes(threat)).map(({ requirement }) => requirement);
    expect(has).toEqual(expect.arrayContaining(requirements));
  });
});

describe("nobody is left out", () => {
  test.each(["nist-ai-rmf", "eu-ai-act"])("every threat has its place in %s", (id) => {
    const placed = linked(id, () => true);
    expect(KNOWLEDGE.threats.filter((threat) => !placed.has(threat.id)).map((threat) => threat.id)).toEqual([]);
  });
  test("every mitigation serves a requirement somewhere", () => expect(KNOWLEDGE.mitigations.filter(({ id }) => KNOWLEDGE.mitigationLinks[id] === undefined).map(({ id }) => id)).toEqual([]));
});

describe("whom the AI Act binds", () => {
  const applies = (id: string) => framework("eu-ai-act").requirements.find((each) => each.id === id)!.applies;
  test.each([
    ["Article 5(1)(h)", ["deployer"]],
    ["Article 9(1)", ["provider"]],
    ["Article 14(1)", ["provider"]],
    ["Article 14(4)(e)", ["provider"]],
    ["Article 15(5)", ["provider"]],
    ["Article 21", ["provider"]],
    ["Article 23", ["importer"]],
    ["Article 24", ["distributor"]],
    ["Article 26(6)", ["deployer"]],
    ["Article 27(1)(d)", ["deployer"]],
    ["Article 49(1)", ["provider"]],
    ["Article 49(3)", ["deployer"]],
    ["Article 50(2)", ["provider"]],
    ["Article 50(4)", ["deployer"]],
    ["Article 52", ["gpai-provider-systemic-risk"]],
    ["Article 86", ["deployer"]],
  ])("%s: %j", (id, roles) => expect(new Set(applies(id).flatMap((each) => each.roles))).toEqual(new Set(roles)));
  test("the day of the text is kept beside a later effect, and the effect is called an inference", () => {
    const later = framework("eu-ai-act").requirements.flatMap((each) => each.applies).filter(({ effectiveFrom }) => effectiveFrom !== undefined);
    expect(later.length).toBeGreaterThan(0);
    for (const { from, effectiveFrom, note } of later) expect([from, note]).toEqual(["2026-08-02", expect.stringMatching(new RegExp(`${from}.*${effectiveFrom}.*inference`))]);
  });
  test("two days are for critical infrastructure, ten for a death", () => {
    const title = (id: string) => framework("eu-ai-act").requirements.find((each) => each.id === id)!.title;
    expect([title("Article 73(3)"), title("Article 73(4)")]).toEqual([expect.stringMatching(/two days.*critical infrastructure/), expect.stringMatching(/ten days.*death/)]);
  });
  test("in force is the day after publication's, not the day of signature; 10(5) is gone", () => {
    expect(framework("eu-ai-act").amendedBy.map(({ inForce }) => inForce)).toEqual(["2026-07-27"]);
    expect(framework("eu-ai-act").requirements.map(({ id }) => id)).not.toContain("Article 10(5)");
  });
  test("no disposition says that nobody asks: the questionnaire does", () => {
    expect(Object.values(KNOWLEDGE.dispositions["eu-ai-act"]!).filter(({ reason }) => /not asked/.test(reason))).toEqual([]);
  });
});
