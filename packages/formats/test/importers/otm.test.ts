import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { otm } from "../../src/importers/otm.js";
import { answerTo, componentOf, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const text = sample("loan-scoring.otm.json");
const imported = importedBy(otm, text);

describe("an Open Threat Model", () => {
  it("brings name, description and owner", () => {
    expect(imported).toMatchObject({ name: "Loan scoring", description: "Scores loan applications.", owner: "Credit risk" });
  });

  it("is read alike as YAML", () => {
    const yaml = stringify(JSON.parse(text), { aliasDuplicateObjects: false });
    expect(otm.recognises(yaml, "x.yaml")).toBe(true);
    expect(importedBy(otm, yaml)).toEqual(imported);
  });

  it("keeps ids of our form, and kinds that a type names", () => {
    expect(componentOf(imported, "scoring-cluster")).toMatchObject({ kind: "inference-service", zone: "bank", title: "Scoring cluster" });
    expect(componentOf(imported, "features")).toMatchObject({ kind: "feature-store", shape: "store" });
  });

  it("turns the rating of a zone into our scale", () => {
    expect(imported.architecture!.boundaries.map(({ id, trust }) => [id, trust])).toEqual([
      ["outside", 0],
      ["bank", 4],
      ["vault", 5],
    ]);
  });

  it("puts a component in the zone of the component that it lies in", () => {
    expect(componentOf(imported, "features")!.zone).toBe("bank");
  });

  it("calls a flow by the data it carries", () => {
    expect(imported.architecture!.flows[0]).toEqual({ from: "customer", to: "scoring-cluster", data: "Loan applications" });
    expect(imported.architecture!.flows[1]).toEqual({ from: "scoring-cluster", to: "customer", data: "Loan applications" });
  });

  it("survives parents that run in a circle", () => {
    expect(lossOf(imported, 'boundary of "Loop A"')!.why).toContain("circle");
    expect(componentOf(imported, "loop-a")!.zone).toBeUndefined();
  });

  it.each(["Lost", "Features again", "Model vault", "1 mitigation"])("tells what happened to %s", (words) => {
    expect(lossOf(imported, words)).toBeDefined();
  });

  it("carries a decision of ours", () => {
    expect(imported.decisions!.findings).toEqual([
      { id: "black-box-evasion@scoring-cluster", status: "accepted", owner: "Head of credit", reason: "Every rejection is reviewed by a person." },
    ]);
  });

  it("leaves an exposed finding open", () => {
    expect(lossOf(imported, "model-extraction")).toBeUndefined();
  });

  it("answers what names and assets tell", () => {
    expect(answerTo(imported, "profile.dataSensitivity")).toMatchObject({ value: "financial", certainty: "guess" });
    expect(answerTo(imported, "profile.deployment")).toMatchObject({ value: "on-premise", certainty: "guess" });
  });

  it("tells every list that is none", () => {
    const result = otm.import('{"otmVersion":"0.2.0","project":{},"components":7,"dataflows":"x"}', "x");
    expect(result.ok ? [] : result.problems.map((problem) => problem.path[0])).toEqual(["components", "dataflows"]);
  });

  it("tells line and column of a slip in YAML", () => {
    expect(refusedBy(otm, "otmVersion: 0.2.0\nproject:\n  name: [x\n")).toMatchObject({ code: "yaml", file: "file", line: expect.any(Number), column: expect.any(Number) });
  });

  it("tells a YAML key that is there twice", () => {
    expect(refusedBy(otm, "otmVersion: 0.2.0\nproject: {name: a}\notmVersion: 0.1.0\n")).toMatchObject({ line: 3, column: 1 });
  });

  it("walks a chain of twenty thousand parents once", () => {
    const components = Array.from({ length: 20_000 }, (_, i) => ({ id: `c${i}`, name: "same", type: "t", parent: i < 19_999 ? { component: `c${i + 1}` } : { trustZone: "z" } }));
    const deep = importedBy(otm, JSON.stringify({ otmVersion: "0.2.0", project: { name: "x", id: "x" }, trustZones: [{ id: "z", name: "Z" }], components }));
    expect(deep.architecture!.components).toHaveLength(500);
    expect(deep.architecture!.components.every((component) => component.zone === "z")).toBe(true);
    expect(deep.losses.at(-1)!.what).toMatch(/^\d+ more losses$/u);
  });
});
