// What readers of the documents need: numbers that lead somewhere, reasons that add up, one page that is one page.
import { execFileSync } from "node:child_process";
import type { ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { KNOWLEDGE } from "../../core/test/knowledge.js";
import { dataFlowDiagram, strideBars, toHtml } from "../src/html/index.js";
import { STYLE } from "../src/html/style.js";
import { toView } from "../src/index.js";
import { toPdf } from "../src/pdf/index.js";
import { exampleModel, rendered } from "./exampleModel.js";

const model = exampleModel("support-assistant");
const view = toView(model, KNOWLEDGE);
const report = rendered(model, "threat-model");

describe("coverage", () => {
  test.each(model.frameworks.map(({ id }) => id))("of %s names every finding that a requirement is linked to, by the number that the finding has", (id) => {
    const touched = view.frameworks.find((framework) => framework.id === id)!.touched;
    for (const [index, { annotations }] of model.threats.entries())
      for (const { framework, requirement } of annotations)
        if (framework === id) expect(touched.find((entry) => entry.requirement === requirement)!.findingLinks).toContain(`[F${index + 1}](`);
  });
  test("names mitigations by the number that they have in the backlog", () => {
    const [, rank, anchor] = /\[M(\d+)\]\(#([^)]+)\)/.exec(view.frameworks[0]!.touched[0]!.mitigationLinks)!;
    expect(view.backlog.find((entry) => entry.rank === rank)!.anchor).toBe(anchor);
  });
  test("counts in its overview what its sections list", () => {
    for (const { sums, touched, rest, outside } of view.frameworks) {
      expect(Number(sums.findings) + Number(sums.mitigations)).toBe(touched.length);
      expect(Number(sums.rest)).toBe(rest.reduce((sum, { count }) => sum + Number(count), 0));
      expect(Number(sums.requirements)).toBe(touched.length + Number(sums.rest));
      expect(Number(sums.outside)).toBe(outside.length);
    }
  });
  test("is less than a third of the report", () => expect(report.length - report.indexOf("## Framework coverage")).toBeLessThan(report.length / 3));
});

describe("the reasons of a finding", () => {
  test("are one line for each of exposure, ease and availability, which stay within 1 to 5", () => {
    for (const { likelihoodFactors } of view.findings) {
      expect(likelihoodFactors.map(({ name }) => name)).toEqual(["exposure", "ease", "availability"]);
      for (const { value } of likelihoodFactors) expect(Math.min(5, Math.max(1, Number(value)))).toBe(Number(value));
    }
  });
  test("say what each answer adds or takes away", () => {
    const changes = model.threats[0]!.factors.filter(({ change }) => change);
    const reasons = [...view.findings[0]!.likelihoodFactors, ...view.findings[0]!.impactFactors].map(({ reason }) => reason).join(" ");
    expect(changes.length).toBeGreaterThan(0);
    for (const { value } of changes) expect(reasons).toContain(`(${value < 0 ? "−" : "+"}${Math.abs(value)})`);
  });
});

test("how to verify a mitigation is said in sentences", () => {
  for (const { tool, evidence } of view.backlog) expect(`${tool} ${evidence}`).toMatch(/[.!?] .*[.!?]$/);
});

describe("the executive summary", () => {
  const long = (least: number) => "Wide words for a name ".repeat(20).slice(0, least);
  /** As much as the schemas of systems and plugins allow. */
  const longest: ThreatModel = {
    ...model,
    system: { name: long(200), description: long(400).repeat(9), owner: long(200), version: "1" },
    unplaced: ["x"],
    architecture: { ...model.architecture, components: model.architecture.components.map((component) => ({ ...component, title: long(200) })) },
    threats: model.threats.map((finding) => ({ ...finding, title: long(200), status: "accepted" as const })),
    mitigations: model.mitigations.map((mitigation) => ({ ...mitigation, title: long(200), decision: { id: mitigation.id, status: "planned" as const, owner: long(200) } })),
  };
  const pages = async (each: ThreatModel) => {
    const bytes = await toPdf(rendered(each, "executive-summary"), each);
    return Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", ["-"], { input: bytes, encoding: "utf8" }))![1]);
  };
  test("is one page, however long everything is", async () => expect(await pages(longest)).toBe(1));
  test("says how many risks were accepted, and names the highest", () =>
    expect(rendered(longest, "executive-summary")).toMatch(/accepted or transferred: 30\. .*; the others are in the full report\./));
});

describe("a page", () => {
  test("is called as its first heading", () =>
    expect(toHtml(rendered(model, "executive-summary"), model)).toContain("<title>Customer support assistant: security risk on one page</title>"));
  test("is printed in dark letters on white, also by those who read it in the dark", () => {
    expect(STYLE).toContain("@media screen and (prefers-color-scheme:dark)");
    expect(STYLE.match(/prefers-color-scheme/g)).toHaveLength(1);
  });
  test("lets a diagram scroll where it would be too small to read", () =>
    expect(toHtml("![x](figure:dfd)", model)).toMatch(/<span class="scroll" tabindex="0"><svg class="figure dfd"/));
});

test("a store has lines above and below only, also where a style sheet colours what components are drawn with", () => {
  const store = model.architecture.components.find(({ shape }) => shape === "store")!;
  const drawn = new RegExp(`data-component="${store.id}">.*?</g>`).exec(dataFlowDiagram(model))![0];
  expect(drawn).toMatch(/<rect class="ground"/);
  expect(drawn).not.toMatch(/<rect class="node/);
});

test("the bars show where the bands of the model begin", () => {
  const lines = (bands: ThreatModel["bands"]) => [...strideBars({ ...model, bands }).matchAll(/class="grid" x1="(\d+)"/g)].map(([, x]) => Number(x));
  const [medium = 0, high = 0] = lines({ medium: 3, high: 5, critical: 9 });
  expect(high - medium).toBe(80);
});
