import assert from "node:assert/strict";
import type { ThreatModel } from "@strideml/plugin-kit";
import { BUILT_IN_TEMPLATES, DEFAULT_TEMPLATE, renderTemplate, toView } from "@strideml/report";
import { renderApart } from "../lazy/renderApart.js";
import type { ChosenTemplate } from "../templates.js";
import type { UnderTest } from "./loadUnderTest.js";
import { empty, hostile, modelOf, SAMPLES } from "./samples.js";
import type { TestCase } from "./TestCase.js";

const models = ({ knowledge }: UnderTest): [string, ThreatModel][] => {
  const made = SAMPLES.map((file) => modelOf(file, knowledge));
  return [...made.map((model): [string, ThreatModel] => [model.system.name, model]), ["hostile names", hostile(made[0]!)], ["no finding", empty(made[0]!)]];
};

const rendersTwice = async (under: UnderTest, template: ChosenTemplate): Promise<void> => {
  for (const [what, model] of models(under)) {
    const text = await renderApart(template, model, under.knowledge);
    assert.equal(await renderApart(template, model, under.knowledge), text, `${template.id} gives another text the second time (${what})`);
    assert.doesNotMatch(text, /undefined|\[object |NaN/, `${template.id} shows a value that is none (${what})`);
  }
};

const reportTwice = (under: UnderTest): void => {
  const template = BUILT_IN_TEMPLATES.find(({ id }) => id === DEFAULT_TEMPLATE)!;
  for (const file of SAMPLES) {
    const text = () => renderTemplate(template, toView(modelOf(file, under.knowledge), under.knowledge, template));
    assert.equal(text(), text(), "the report differs the second time");
  }
};

const exportsTwice = async (under: UnderTest, id: string): Promise<void> => {
  const exporter = under.loaded.exporters.find((each) => each.id === id)!;
  for (const [what, model] of models(under)) {
    const job = { model, knowledge: under.knowledge };
    const content = await exporter.export(job);
    assert.ok(typeof content === "string" || content instanceof Uint8Array, `${id} gives neither text nor bytes (${what})`);
    if (exporter.deterministic) assert.deepEqual(await exporter.export(job), content, `${id} gives other bytes the second time (${what})`);
  }
};

const JUNK = ["", "{", "{}", "[]", "null", "<a/>", "\u0000\uFFFD", `{"a":${"[".repeat(200)}${"]".repeat(200)}}`];

const readsJunk = (under: UnderTest, id: string): void => {
  const importer = under.loaded.importers.find((each) => each.id === id)!;
  for (const text of JUNK) {
    assert.equal(typeof importer.recognises(text, "x"), "boolean", `${id} does not say whether it knows ${JSON.stringify(text)}`);
    const result = importer.import(text, "x");
    if (!result.ok) assert.ok(result.problems.length > 0, `${id} refuses ${JSON.stringify(text)} without saying why`);
  }
};

/** Cases for what becomes of models with the plugin: reports, its own templates, its files. */
export const renderCases = (under: UnderTest): TestCase[] => [
  { name: "gives the same report twice", run: () => reportTwice(under) },
  ...under.knowledge.templates.map((template) => ({
    name: `the template ${template.id} renders every model, twice the same`,
    run: () => rendersTwice(under, { ...template, spec: {}, file: template.id, skipped: 0 }),
  })),
  ...under.loaded.exporters.map(({ id }) => ({ name: `the exporter ${id} survives every model, twice the same`, run: () => exportsTwice(under, id) })),
  ...under.loaded.importers.map(({ id }) => ({ name: `the importer ${id} survives what is no file of its own`, run: () => readsJunk(under, id) })),
];
