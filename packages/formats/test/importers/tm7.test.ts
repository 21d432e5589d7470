import { describe, expect, it } from "vitest";
import { tm7 } from "../../src/importers/tm7.js";
import { answerTo, componentOf, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const text = sample("bill-helper.tm7");
const imported = importedBy(tm7, text);
const wrap = (inside: string) => `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model">${inside}</ThreatModel>`;

describe("a model of the Microsoft Threat Modeling Tool", () => {
  it("brings name, owner and description, with the characters that XML escapes", () => {
    expect(imported).toMatchObject({ name: "Bill helper", owner: "Service desk", description: "Answers customers' questions <quickly>." });
  });

  it("brings components by name, and by the template's name where they have none", () => {
    expect(componentOf(imported, "customer")).toMatchObject({ kind: "end-user", shape: "actor" });
    expect(componentOf(imported, "answering-model")).toMatchObject({ kind: "inference-service", zone: "azure" });
    expect(componentOf(imported, "vector-index")).toMatchObject({ kind: "vector-store", zone: "data-models" });
    expect(componentOf(imported, "azure-storage")).toMatchObject({ shape: "store" });
  });

  it("brings boundaries with their names unescaped", () => {
    expect(imported.architecture!.boundaries.map((zone) => zone.title)).toEqual(["Azure", "Data & models"]);
  });

  it("brings flows", () => {
    expect(imported.architecture!.flows).toEqual([
      { from: "customer", to: "chat-front-end", data: "Payment question" },
      { from: "chat-front-end", to: "answering-model", data: "Request" },
      { from: "vector-index", to: "answering-model", data: "Passages" },
    ]);
  });

  it.each(["To nowhere", "Odd one", "Internet line", "assumptions: Staff are trained", "1 threat", '"Azure Storage" is out of scope'])(
    "tells that %s did not come along",
    (words) => {
      expect(lossOf(imported, words)).toBeDefined();
    },
  );

  it("answers from kinds and words", () => {
    expect(answerTo(imported, "profile.modelType")).toMatchObject({ value: "rag" });
    expect(answerTo(imported, "profile.dataSensitivity")).toMatchObject({ value: "financial" });
  });

  it("is refused with a document type declaration", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${wrap("<DrawingSurfaceList>&b;</DrawingSurfaceList>")}`;
    expect(refusedBy(tm7, bomb)).toMatchObject({ code: "xml-doctype" });
  });

  it("never expands an entity twice", () => {
    const meta = wrap("<DrawingSurfaceList/><MetaInformation><ThreatModelName>&amp;lt;b&amp;gt; &unknown;</ThreatModelName></MetaInformation>");
    expect(importedBy(tm7, meta).name).toBe("&lt;b&gt; &unknown;");
  });

  it("is refused when it nests without end, and when it is cut off", () => {
    expect(refusedBy(tm7, wrap(`${"<a>".repeat(5000)}${"</a>".repeat(5000)}`)).message).toContain("nested");
    expect(refusedBy(tm7, text.slice(0, 3000))).toMatchObject({ code: "xml", line: expect.any(Number) });
  });

  it("is refused without diagrams", () => {
    expect(refusedBy(tm7, wrap("<Notes/>"))).toMatchObject({ expected: "the element DrawingSurfaceList" });
  });
});
