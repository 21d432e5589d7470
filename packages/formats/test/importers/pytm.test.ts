import { describe, expect, it } from "vitest";
import { pytm } from "../../src/importers/pytm.js";
import { answerTo, componentOf, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const imported = importedBy(pytm, sample("contract-finder.pytm.json"));

describe("a pytm model", () => {
  it("brings elements of every class with our kinds", () => {
    expect(componentOf(imported, "lawyer")).toMatchObject({ kind: "end-user", shape: "actor", zone: "internet" });
    expect(componentOf(imported, "answer-model")).toMatchObject({ kind: "model-vendor", shape: "process" });
    expect(componentOf(imported, "clause-vectors")).toMatchObject({ kind: "vector-store", zone: "data-subnet" });
  });

  it("names the data that a flow carries", () => {
    expect(imported.architecture!.flows[0]).toEqual({ from: "lawyer", to: "web-server", data: "Ask: Clauses" });
  });

  it("takes flags of an LLM for what they say", () => {
    expect(answerTo(imported, "context.capabilities.retrieval")).toMatchObject({ value: true, certainty: "certain", from: 'hasRAG of "Answer model"' });
    expect(answerTo(imported, "context.training.baseModel")).toMatchObject({ value: "vendor-api" });
    expect(answerTo(imported, "profile.modelType")).toMatchObject({ value: "rag", certainty: "likely" });
  });

  it("takes the highest classification of its data", () => {
    expect(answerTo(imported, "profile.dataSensitivity")).toMatchObject({ value: "confidential", from: expect.stringContaining("SENSITIVE") });
  });

  it.each(["Blockchain", "Broken", 'boundary of "Ledger"', "Data subnet"])("tells what happened to %s", (words) => {
    expect(lossOf(imported, words)).toBeDefined();
  });

  it("reads the file that an analysis writes, with its findings left behind", () => {
    const written = {
      name: "x",
      elements: [{ __class__: "Server", name: "Web" }],
      boundaries: [],
      flows: [],
      findings: [{}, {}],
      data: [{ name: "d", classification: "Classification.TOP_SECRET" }],
    };
    const result = importedBy(pytm, JSON.stringify(written));
    expect(answerTo(result, "profile.dataSensitivity")!.value).toBe("classified");
    expect(lossOf(result, "2 findings")).toBeDefined();
  });

  it("reads elements that are called like parts of the language", () => {
    const names = ["__proto__", "constructor", "toString"];
    const odd = { name: "hasOwnProperty", elements: names.map((name) => ({ name, __class__: name })), flows: [{ name: "valueOf", source: "__proto__", sink: "constructor" }] };
    expect(importedBy(pytm, JSON.stringify(odd)).architecture!.flows).toEqual([{ from: "proto", to: "constructor", data: "valueOf" }]);
  });

  it("tells what is missing", () => {
    expect(refusedBy(pytm, '{"elements":[],"flows":[]}').path).toEqual(["name"]);
  });
});
