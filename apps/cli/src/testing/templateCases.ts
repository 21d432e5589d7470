import type { Template, ThreatModel } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import { checkTemplate } from "@strideml/report/compile";
import { renderApart } from "../lazy/renderApart.js";
import { isUserError } from "../UserError.js";
import type { Bench } from "./Bench.js";
import { trials } from "./exporterCases.js";
import { keep, keepOf } from "./Unkept.js";

const nameOf = (template: Template): string => `template ${template.id}`;

/** What a template gives for a model, as Markdown, within the bounds that hold for its users. @throws Unkept where it gives nothing */
export const rendered = async (template: Template, model: ThreatModel, bench: Bench): Promise<string> => {
  try {
    return await renderApart({ ...template, spec: {}, file: nameOf(template), skipped: 0 }, model, bench.knowledge());
  } catch (error) {
    if (isUserError(error)) keepOf(error.problems);
    throw error;
  }
};

const renders = async (template: Template, model: ThreatModel, bench: Bench): Promise<void> => {
  const text = await rendered(template, model, bench);
  const { toHtml } = await import("../lazy/toHtml.js");
  const empty = /\bundefined\b|\[object |\bNaN\b/.exec(text)?.[0];
  keep([
    ...(empty === undefined ? [] : [`${nameOf(template)} shows a value that is none: ${empty}`]),
    ...(/<img[^>]+onerror/i.test(toHtml(text, model)) ? [`${nameOf(template)} lets markup out of a name become a part of the page`] : []),
  ]);
};

const someExamples = async (template: Template, bench: Bench): Promise<void> => {
  const examples = [...bench.systems.keys()].filter((_, index) => index % 5 === 0);
  const texts = await Promise.all(examples.map(async (example) => [example, await rendered(template, bench.model(example), bench)] as const));
  keep(texts.filter(([, text]) => text.trim() === "").map(([example]) => `${nameOf(template)} says nothing about ${example}`));
};

const casesOf = (template: Template, bench: Bench): ContractCase[] => [
  { name: `${nameOf(template)}: uses only names that there are`, run: async () => keepOf(checkTemplate(template.source, nameOf(template))) },
  { name: `${nameOf(template)}: says something about systems of several kinds`, run: () => someExamples(template, bench) },
  ...trials(bench).map(([what, model]) => ({ name: `${nameOf(template)}: renders ${what}`, run: async () => renders(template, model(), bench) })),
];

/** Cases about every template of a plugin; those that cannot be read are told with its shape. */
export const templateCases = (bench: Bench): ContractCase[] => {
  const templates = bench.subject.plugin["templates"];
  return Array.isArray(templates) && bench.problems.length === 0 ? (templates as Template[]).flatMap((template) => casesOf(template, bench)) : [];
};
