import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkTemplate, renderSource } from "../src/compile/index.js";
import { PARTIAL_SOURCES } from "../src/generated/sources.js";
import { BUILT_IN_TEMPLATES, renderTemplate, toView } from "../src/index.js";
import { KNOWLEDGE } from "../../core/test/knowledge.js";
import { exampleModel } from "./exampleModel.js";

const told = (source: string) => checkTemplate(source, "mine.hbs").map(({ line, column, message, hint }) => ({ at: `${line}:${column}`, message, hint }));
const ourSource = (id: string) => readFileSync(new URL(`../../../templates/${id}.hbs`, import.meta.url), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");

describe("a template that may be used", () => {
  test.each(BUILT_IN_TEMPLATES.map(({ id }) => id))("%s, as a text, is sound and gives what the compiled one gives", (id) => {
    const source = ourSource(id);
    expect(checkTemplate(source, id)).toEqual([]);
    const template = BUILT_IN_TEMPLATES.find((each) => each.id === id)!;
    const view = toView(exampleModel("support-assistant"), KNOWLEDGE, template);
    expect(renderSource(source, view)).toBe(renderTemplate(template, view));
  });

  test.each([
    ["a list within a list, with names from outside", "{{#each findings}}{{#each mitigations}}{{../title}} {{../../system.name}}{{/each}}{{/each}}"],
    ["names of its own for elements", "{{#each findings as |one|}}{{one.title}}{{/each}}"],
    ["a block with what is inverse only", "{{^if system.owner}}nobody{{/if}}{{^each findings}}none{{/each}}"],
    ["a list in words", '{{#each findings}}{{join paragraphs ", "}}{{/each}}'],
  ])("%s", (_, source) => expect(told(source)).toEqual([]));
});

describe("what is wrong is told where it is", () => {
  test("a name that nothing has, with the one that was meant", () =>
    expect(told("# x\n\n{{sistem.name}}")).toEqual([{ at: "3:3", message: "nothing is called sistem.name here", hint: expect.stringContaining("system") as string }]));
  test("two letters that changed places are one slip, as everywhere", () => expect(told("{{system.naem}}")[0]!.hint).toBe("did you mean name?"));
  test("every problem at once", () => expect(told("{{a}}\n{{b}}\n{{#each c}}{{/each}}").map(({ at }) => at)).toEqual(["1:3", "2:3", "3:9"]));
  test("a name of another place", () => expect(told("{{#each findings}}{{overall.score}}{{/each}}")[0]!.message).toContain("overall.score"));
  test("a list where text is expected", () => expect(told("{{findings}}")[0]!.message).toBe("findings is a list"));
  test("text where a list is expected", () => expect(told("{{#each system.name}}{{/each}}")[0]!.message).toBe("each needs a list"));
  test("a partial that is not there, with the one that was meant", () =>
    expect(told("{{> ledgr}}")[0]).toEqual({ at: "1:1", message: "there is no partial ledgr", hint: expect.stringContaining("ledger") as string }));
  test("a partial in the wrong place", () => expect(told("{{> finding}}")[0]!.message).toBe("the partial finding does not fit here"));
  test("and its right place", () => expect(checkTemplate("{{> finding}}", "mine.hbs")[0]!.expected).toBe("inside {{#each findings}}"));
  test("a helper that is not there", () => expect(told('{{uppr "x"}}')[0]!.message).toBe("there is no helper uppr"));
  test("a block that is never closed", () => expect(told("one\n{{#each findings}}")[0]!.at).toMatch(/^[12]:/));
  test("lines are those of the file, with its head", () => expect(checkTemplate("{{x}}", "mine.hbs", 4)[0]!.line).toBe(5));
  test("what stands after ../ too many", () => expect(told("{{../system.name}}")[0]!.message).toContain("leads out of the template"));
});

describe("what could change how other parts are made, or is more than text, is refused", () => {
  test.each([
    ["raw output", "{{{system.name}}}"],
    ["raw output by sign", "{{& system.name}}"],
    ["a decorator", "{{* inline}}"],
    ["a partial within a template", '{{#*inline "x"}}a{{/inline}}'],
    ["a partial with a block", "{{#> ledger}}x{{/ledger}}"],
    ["a partial whose name is computed", "{{> (join findings)}}"],
    ["lookup", '{{lookup system "name"}}'],
    ["log", "{{log system.name}}"],
    ["a constructor", "{{system.constructor}}"],
    ["a prototype", "{{__proto__.x}}"],
    ["a template of 300,000 characters", "x".repeat(300_000)],
  ])("%s", (_, source) => expect(checkTemplate(source, "mine.hbs").length).toBeGreaterThan(0));
});

test.each(Object.keys(PARTIAL_SOURCES))("the partial %s fits somewhere, and says where", (name) => {
  const [problem] = checkTemplate(`{{#each flows}}{{> ${name}}}{{/each}}`, "mine.hbs");
  const open = problem?.expected === "the top of the template" ? "" : (problem?.expected?.replace("inside ", "") ?? "");
  const close = [...open.matchAll(/{{#(\w+)/g)].map(([, block]) => `{{/${block}}}`);
  expect(checkTemplate(`${open}{{> ${name}}}${close.toReversed().join("")}`, "mine.hbs")).toEqual([]);
});
