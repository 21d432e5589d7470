// Facts about the frameworks that must not drift, and errors found in other people's mappings.
import { describe, expect, test } from "vitest";
import { KNOWLEDGE } from "../../core/test/knowledge.js";

const framework = (id: string) => KNOWLEDGE.frameworks.find((each) => each.id === id)!;
const ids = (id: string, pattern: RegExp) => framework(id).requirements.filter((r) => !r.group && pattern.test(r.id)).map((r) => r.id);
const title = (id: string, requirement: string) => framework(id).requirements.find((r) => r.id === requirement)?.title;

describe("no official entry is missing", () => {
  test.each([
    ["owasp-ml-top10", /^ML\d\d:2023$/, 10],
    ["owasp-llm-top10", /^LLM\d\d:2026$/, 10],
    ["owasp-agentic-top10", /^ASI\d\d/, 10],
    ["nist-ai-rmf", /^(?:GOVERN|MAP|MEASURE|MANAGE) \d\.\d+$/, 72],
    ["nist-ai-rmf", /^600-1 2\.\d+$/, 12],
    ["iso-42001", /^A\.\d+\.\d+(?:\.\d+)?$/, 38],
    ["mitre-atlas", /^AML\.T\d{4}$/, 120],
    ["mitre-atlas", /^AML\.T\d{4}\.\d{3}$/, 88],
    ["eu-ai-act", /^Annex III [1-8](?:\([a-e]\))?$/, 25],
    ["eu-ai-act", /^Annex IV (?:[12]\([a-h]\)|[3-9])$/, 23],
  ])("%s %s", (id, pattern, count) => expect(ids(id, pattern)).toHaveLength(count));
});

describe("editions are pinned", () => {
  test.each([
    ["owasp-ml-top10", "2023"],
    ["owasp-llm-top10", "2026"],
    ["owasp-agentic-top10", "2026"],
    ["nist-ai-rmf", "1.0"],
    ["iso-42001", "2023"],
    ["mitre-atlas", "2026.09"],
    ["eu-ai-act", "2024/1689+2026/1744"],
  ])("%s %s", (id, edition) => expect(framework(id).edition).toBe(edition));
});

describe("errors of others that are not repeated", () => {
  test.each([
    ["owasp-llm-top10", "LLM03:2026", "Excessive Agency"],
    ["owasp-llm-top10", "LLM08:2026", "Hidden Context Exposure"],
    ["owasp-ml-top10", "ML06:2023", "AI Supply Chain Attacks"],
    ["mitre-atlas", "AML.T0020", "Training Data Poisoning"],
    ["mitre-atlas", "AML.T0048.004", "AI Intellectual Property Theft"],
  ])("%s %s is called %s", (id, requirement, name) => expect(title(id, requirement)).toBe(name));
  test("ISO/IEC 42001 has no invented titles", () => {
    const titles = framework("iso-42001").requirements.map((r) => r.title);
    for (const invented of ["AI system security", "Testing of AI systems", "Monitoring of AI systems", "Information and communication technology"]) expect(titles).not.toContain(invented);
    expect(title("iso-42001", "A.6.2.8")).toMatch(/event logs/i);
  });
  test("numbers of the LLM list say which edition they mean: 2025 ids lead to the 2026 entry", () => {
    const llm = framework("owasp-llm-top10").requirements;
    expect(llm.find((r) => r.aliases.includes("LLM06:2025"))?.id).toBe("LLM03:2026");
    expect(llm.every((r) => r.group || /:\d{4}$/.test(r.id))).toBe(true);
  });
  test.each([
    ["AML.T0019", "AML.T0115.000"],
    ["AML.T0058", "AML.T0115.001"],
    ["AML.T0104", "AML.T0115.002"],
  ])("the retired ATLAS id %s leads to %s", (old, now) => expect(framework("mitre-atlas").requirements.find((r) => r.aliases.includes(old))?.id).toBe(now));
  test("nobody official has mapped the OWASP ML Top 10 or the AI Act to threats, and no link claims so", () => {
    const claimed = KNOWLEDGE.links.filter((link) => (link.framework === "owasp-ml-top10" || link.framework === "eu-ai-act") && link.authority !== "product");
    expect(claimed).toEqual([]);
  });
  test("SKOS is used between attacks or risks, the supportive relations for controls and law", () => {
    const attacks = new Set(["mitre-atlas", "owasp-ml-top10", "owasp-llm-top10", "owasp-agentic-top10"]);
    const isLike = ({ framework: id, requirement }: { framework: string; requirement: string }) =>
      attacks.has(id) || framework(id).requirements.find((each) => each.id === requirement)?.kind === "gai-risk";
    const places = new Set(Object.values(KNOWLEDGE.threatLinks).flat());
    const wrong = KNOWLEDGE.links.filter((link, place) => places.has(place) && isLike(link) !== link.relation.endsWith("-match"));
    expect(wrong.map((link) => `${link.framework} ${link.requirement} ${link.relation}`)).toEqual([]);
  });
});

describe("the AI Act has several dates", () => {
  const applies = (id: string) => framework("eu-ai-act").requirements.find((r) => r.id === id)!.applies;
  test("high-risk duties: Annex III from December 2027, Annex I from August 2028", () => {
    const dates = new Map(applies("Article 15(5)").map(({ route, from }) => [route, from]));
    expect([dates.get("annex-iii"), dates.get("annex-i")]).toEqual(["2027-12-02", "2028-08-02"]);
  });
  test.each([
    ["Article 50(1)", "2026-08-02"],
    ["Article 53(1)(a)", "2025-08-02"],
    ["Article 4", "2025-02-02"],
  ])("%s from %s", (id, from) => expect(applies(id).map((each) => each.from)).toContain(from));
  test("no requirement carries the old single date of high-risk duties", () => {
    const highRisk = framework("eu-ai-act").requirements.filter((r) => /^Article (?:9|10|11|12|13|14|15|26|27)\b/.test(r.id));
    expect(highRisk.flatMap((r) => r.applies.map((each) => each.from)).filter((from) => from < "2027-12-02")).toEqual([]);
  });
  test("prohibitions added in 2026 apply from 2 December 2026", () => expect(applies("Article 5(1)(ba)").map((each) => each.from)).toEqual(["2026-12-02"]));
});

test("every rationale is about its pair: none is used in more than four rows", () => {
  const uses = new Map<string, number>();
  for (const { rationale } of KNOWLEDGE.links) uses.set(rationale, (uses.get(rationale) ?? 0) + 1);
  expect([...uses].filter(([, count]) => count > 4)).toEqual([]);
});

test("every framework states licence, sources and the day of its check", () => {
  for (const { licence, sources, asOf } of KNOWLEDGE.frameworks) expect([licence.length > 10, sources.length > 0, asOf >= "2026-11-01"]).toEqual([true, true, true]);
});
