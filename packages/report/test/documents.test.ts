import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { BUILT_IN_TEMPLATES, FACT_NAMES, renderTemplate, toView } from "../src/index.js";

const example = (name: string): object => parse(readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8")) as object;

const rendered = (template: string, name: string, more: object = {}, date?: string): string => {
  const parsed = parseSystem({ ...example(name), ...more }, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const model = generateThreatModel(parsed.value, KNOWLEDGE, { ...AROUND, ...(date && { date }) });
  const chosen = BUILT_IN_TEMPLATES.find(({ id }) => id === template)!;
  return renderTemplate(chosen, toView(model, KNOWLEDGE, chosen));
};

const DOCUMENTS = BUILT_IN_TEMPLATES.filter(({ questionnaire }) => questionnaire !== undefined).map(({ id, questionnaire }) => [id, questionnaire!] as const);

test("every document that an auditor asks for is there", () => {
  const ids = BUILT_IN_TEMPLATES.map(({ id }) => id);
  for (const id of ["risk-management", "technical-documentation", "robustness-and-cybersecurity", "fria", "gpai-documentation"]) expect(ids).toContain(`eu-ai-act/${id}`);
  for (const id of ["risk-assessment", "risk-treatment-plan", "statement-of-applicability", "impact-assessment"]) expect(ids).toContain(`iso-42001/${id}`);
  expect(ids).toEqual(expect.arrayContaining(["nist-ai-rmf/profile", "checklist"]));
});

test("templates name frameworks and questionnaires that exist, items facts and questions that exist", () => {
  const known = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [frameworks, questionnaires, questions] = [known(KNOWLEDGE.frameworks), known(KNOWLEDGE.questionnaires), known(KNOWLEDGE.questions)];
  for (const { framework, questionnaire } of BUILT_IN_TEMPLATES) {
    if (framework !== undefined) expect(frameworks).toContain(framework);
    if (questionnaire !== undefined) expect(questionnaires).toContain(questionnaire);
  }
  const templates = known(BUILT_IN_TEMPLATES);
  const isKnown = (fact: string) => {
    const [kind, ...rest] = fact.split(":");
    if (rest.length === 0) return FACT_NAMES.includes(fact);
    return (kind === "answer" ? questions : templates).has(rest.join(":"));
  };
  expect(KNOWLEDGE.questionnaires.flatMap(({ items }) => items.flatMap(({ facts }) => facts)).filter((fact) => !isKnown(fact))).toEqual([]);
});

test("the documentation lists every fact that an item can ask for", () => {
  const page = readFileSync(new URL("../../../docs/templates.md", import.meta.url), "utf8");
  expect(FACT_NAMES.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("every question of a document belongs to an item, or decides whether one is asked", () => {
  for (const { id, items, questions, rules } of KNOWLEDGE.questionnaires.filter((each) => each.items.length > 0)) {
    const used = new Set(items.flatMap((item) => item.questions));
    expect(rules, id).toEqual([]);
    expect(questions.map((question) => question.id).filter((question) => !used.has(question))).toEqual([]);
  }
});

/** The same knowledge with a mark that needs care in every text of these keys. */
const marked = <T>(value: T, key = ""): T => {
  if (typeof value === "string") return (["title", "description", "help", "reason", "because", "rationale", "do", "section"].includes(key) ? `${value} a\\b` : value) as T;
  if (Array.isArray(value)) return value.map((entry) => marked(entry as unknown, key)) as T;
  return value !== null && typeof value === "object" ? (Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner as unknown, name)])) as T) : value;
};

test.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))("%s makes every text literal, and each once", (_, template) => {
  const knowledge = marked(KNOWLEDGE);
  const parsed = parseSystem({ ...example("grid-load-forecast"), system: { name: "Grid a\\b" } }, knowledge);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const markdown = renderTemplate(template, toView(generateThreatModel(parsed.value, knowledge, AROUND), knowledge, template));
  expect(markdown).toContain("a\\\\b");
  expect(markdown.match(/a(?:\\|\\{3,})b/)).toBeNull();
});

describe.each(DOCUMENTS)("%s", (template, questionnaire) => {
  const items = KNOWLEDGE.questionnaires.find(({ id }) => id === questionnaire)!.items;

  test("has a heading for each item, and numbers what is missing without gaps", () => {
    const markdown = rendered(template, "grid-load-forecast");
    for (const { title, when } of items) if (when === undefined && template !== "iso-42001/statement-of-applicability") expect(markdown).toContain(title);
    const numbers = [...markdown.matchAll(/\*\*To be completed (\d+), by/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test("says nothing twice for the same input, and differs only by what differs", () => {
    expect(rendered(template, "grid-load-forecast", {}, "2026-11-23")).toBe(rendered(template, "grid-load-forecast", {}, "2026-11-23"));
  });
});

test("an answer leaves the list of what is missing and stands in its item", () => {
  const before = rendered("eu-ai-act/fria", "hospital-readmission-scorer");
  const after = rendered("eu-ai-act/fria", "hospital-readmission-scorer", { questionnaires: { "eu-ai-act/article-27": { period: "Daily, from January 2028" } } });
  expect(before).toMatch(/by deployer: Period and frequency/);
  expect(after).not.toMatch(/by deployer: Period and frequency/);
  expect(after).toContain("Daily, from January 2028");
  expect(after).toMatch(/\| 27\\?\(1\\?\)\\?\(b\\?\) \| \[Period and frequency\].*Answered by you/);
});

test("a question that another answer makes pointless is not asked", () => {
  const asked = (value: boolean) => rendered("eu-ai-act/technical-documentation", "factory-gate-camera", { questionnaires: { "eu-ai-act/annex-iv": { "is-component": value } } });
  expect(asked(true)).toContain("Photographs or illustrations of the product");
  expect(asked(false)).not.toContain("Photographs or illustrations of the product");
});

test("nothing is said about the classification where nobody answered", () => {
  const markdown = rendered("eu-ai-act/risk-management", "grid-load-forecast");
  expect(markdown).toContain("To be completed: the classification");
  expect(markdown).not.toContain("High-risk:");
});

test("an assumption is marked as one", () => {
  expect(rendered("eu-ai-act/technical-documentation", "grid-load-forecast")).toMatch(/What is it built on\? \(assumed: /);
  expect(rendered("eu-ai-act/technical-documentation", "grid-load-forecast", { context: { training: { baseModel: "none" } } })).not.toMatch(/What is it built on\? \(assumed: /);
});

test("the statement of applicability has all 38 controls once", () => {
  const rows = [
    ...rendered("iso-42001/statement-of-applicability", "support-assistant")
      .split("## Measures behind")[0]!
      .matchAll(/^\| (A(?:\.\d+)+) \|/gm),
  ].map((match) => match[1]);
  expect(rows).toHaveLength(38);
  expect(new Set(rows).size).toBe(38);
});

test("the profile has all 72 subcategories once, and the twelve generative risks", () => {
  const markdown = rendered("nist-ai-rmf/profile", "support-assistant");
  const rows = [...markdown.matchAll(/^\| ((?:GOVERN|MAP|MEASURE|MANAGE) \d+\.\d+) /gm)].map((match) => match[1]);
  expect(rows).toHaveLength(72);
  expect(new Set(rows).size).toBe(72);
  expect(markdown.split("## Generative AI profile")[1]!.match(/^\| (?!Risk|:)/gm)).toHaveLength(12);
});

test("the checklist asks one question for each mitigation of the model, and ticks what was decided", () => {
  const open = rendered("checklist", "grid-load-forecast");
  expect(open).not.toContain("[x]");
  const id = /\(([a-z-]+)\)\. /.exec(open)![1]!;
  expect(rendered("checklist", "grid-load-forecast", { decisions: { mitigations: [{ id, status: "partly" }] } }).match(/\[x\]/g)).toHaveLength(1);
});
