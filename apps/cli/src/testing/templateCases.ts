import type { Template, ThreatModel } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import { toView } from "@strideml/report";
import { checkTemplate, renderSource } from "@strideml/report/compile";
import type { Bench } from "./Bench.js";
import { trials } from "./exporterCases.js";
import { keep, keepOf, Unkept } from "./Unkept.js";

const nameOf = (template: Template): string => `template ${template.id}`;

/** What a template gives for a model, as Markdown. @throws Unkept where it gives nothing */
export const rendered = (template: Template, model: ThreatModel, bench: Bench): string => {
  try {
    return renderSource(template.source, toView(model, bench.knowledge(), template));
  } catch (error) {
    throw new Unkept([`${nameOf(template)} cannot be rendered: ${(error as Error).message}`]);
  }
};

const renders = async (template: Template, model: ThreatModel, bench: Bench): Promise<void> => {
  const text = rendered(template, model, bench);
  const { toHtml } = await import("../lazy/toHtml.js");
  keep(/<img[^>]+onerror/i.test(toHtml(text, model)) ? [`${nameOf(template)} lets markup out of a name become a part of the page`] : []);
};

const everyExample = async (template: Template, bench: Bench): Promise<void> => {
  keep(
    [...bench.systems.keys()]
      .filter((example) => rendered(template, bench.model(example), bench).trim() === "")
      .map((example) => `${nameOf(template)} says nothing about ${example}`),
  );
};

const casesOf = (template: Template, bench: Bench): ContractCase[] => [
  { name: `${nameOf(template)}: uses only names that there are`, run: async () => keepOf(checkTemplate(template.source, nameOf(template))) },
  { name: `${nameOf(template)}: says something about every example`, run: () => everyExample(template, bench) },
  ...trials(bench).map(([what, model]) => ({ name: `${nameOf(template)}: renders ${what}`, run: async () => renders(template, model(), bench) })),
];

/** Cases about every template of a plugin; those that cannot be read are told with its shape. */
export const templateCases = (bench: Bench): ContractCase[] => {
  const templates = bench.subject.plugin["templates"];
  return Array.isArray(templates) && bench.problems.length === 0 ? (templates as Template[]).flatMap((template) => casesOf(template, bench)) : [];
};
