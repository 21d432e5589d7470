import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { interpret } from "../src/compile/interpret.js";
import { OPTIONS } from "../src/generated/sources.js";
import { HELPERS } from "../src/renderTemplate.js";

const VIEW = {
  name: "Assistant",
  empty: "",
  zero: 0,
  none: [] as string[],
  owner: { name: "Ann", nothing: [] as string[] },
  words: ["one", "two", "three"],
  list: [
    { id: "a", sub: [{ id: "a1" }, { id: "a2" }], open: true },
    { id: "b", sub: [], open: false },
  ],
};
const PARTIALS = { item: "[{{id}}]", nested: "{{#each sub}}{{> item}}{{/each}}" };

const byHandlebars = (source: string): string => {
  const environment = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS)) environment.registerHelper(name, helper as (...args: unknown[]) => unknown);
  for (const [name, text] of Object.entries(PARTIALS)) environment.registerPartial(name, environment.compile(text, OPTIONS));
  return environment.compile(source, OPTIONS)(VIEW);
};
const partials = Object.fromEntries(Object.entries(PARTIALS).map(([name, text]) => [name, Handlebars.parse(text)]));
const byInterpreter = (source: string): string => interpret(Handlebars.parse(source), VIEW, { helpers: HELPERS, partials });

describe("walking the tree gives what Handlebars gives", () => {
  test.each([
    "{{name}} & <b> {{owner.name}}",
    "{{#if name}}yes{{else}}no{{/if}}{{#if empty}}yes{{else}}no{{/if}}{{#if none}}yes{{else}}no{{/if}}{{#if zero}}yes{{else}}no{{/if}}",
    "{{#unless none}}none{{else}}some{{/unless}}{{#unless words}}none{{/unless}}",
    "{{#each words}}{{@index}}:{{this}}{{#unless @last}}, {{/unless}}{{/each}}",
    "{{#each list}}{{#each sub}}{{../id}}/{{id}} of {{../../name}}; {{else}}nothing in {{id}} {{/each}}{{/each}}",
    "{{#each list as |entry at|}}{{at}} {{entry.id}} {{#each entry.sub as |inner|}}{{entry.id}}-{{inner.id}}{{/each}}{{/each}}",
    "{{#with owner}}{{name}} of {{../name}}{{/with}}{{#with owner as |person|}}{{person.name}}{{/with}}{{#with none}}x{{else}}nobody{{/with}}",
    "{{#each list}}{{#if open}}{{id}} {{../name}}{{else if sub}}sub{{else}}shut {{id}}{{/if}}{{/each}}",
    "{{#each list}}{{> item}}{{> nested}}{{/each}}{{#each list}}{{#each sub}}{{> item ..}}{{/each}}{{/each}}",
    '{{join words ", "}} {{#if (eq name "Assistant")}}same{{/if}} {{#if (eq owner.name "Bob")}}same{{else}}other{{/if}}',
    "{{^if empty}}empty{{/if}}{{^each none}}none{{/each}}{{^with none}}nobody{{/with}}",
    "{{#each words}}{{@root.name}} {{@first}} {{@last}}{{/each}}",
    "line\n{{#each words}}\n- {{this}}\n{{/each}}\nend\n",
    "  {{~name~}}  {{! a comment }}{{!-- another --}} x",
    "{{none.length}} {{words.length}} {{zero}}",
  ])("%s", (source) => expect(byInterpreter(source)).toBe(byHandlebars(source)));
});

describe("it reaches nothing but the view", () => {
  test.each([
    "{{constructor}}",
    "{{name.length}}",
    "{{owner.constructor}}",
    "{{__proto__}}",
    "{{owner.hasOwnProperty}}",
    "{{missing}}",
    "{{../name}}",
    "{{@process}}",
    '{{lookup owner "name"}}',
  ])("%s", (source) => expect(() => byInterpreter(source)).toThrow(/not there - 1:\d+/));
  test("a partial that calls itself is ended", () =>
    expect(() => interpret(Handlebars.parse("{{> self}}"), VIEW, { helpers: HELPERS, partials: { self: Handlebars.parse("{{> self}}") } })).toThrow(/without end/));
});
