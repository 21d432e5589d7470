import { describe, expect, it } from "vitest";
import { threatDragon } from "../../src/importers/threatDragon.js";
import { answerTo, componentOf, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const imported = importedBy(threatDragon, sample("threat-dragon.json"));

describe("a Threat Dragon 2 model", () => {
  it("brings title, description and owner", () => {
    expect(imported).toMatchObject({ name: "Ward assistant", description: "Answers nurses' questions from care guidelines.", owner: "Clinical informatics" });
  });

  it("brings components with our kinds", () => {
    expect(imported.architecture!.components.map(({ id, kind, shape }) => [id, kind, shape])).toEqual([
      ["nurse", "end-user", "actor"],
      ["api-gateway", "client-application", "process"],
      ["inference-service", "inference-service", "process"],
      ["embeddings", "vector-store", "store"],
      ["blob-7", "data-source", "store"],
      ["audit-log", "monitoring", "store"],
    ]);
  });

  it("puts a component in the innermost boundary that is drawn around it", () => {
    expect(componentOf(imported, "embeddings")!.zone).toBe("private-subnet");
    expect(componentOf(imported, "api-gateway")!.zone).toBe("aws");
    expect(lossOf(imported, 'boundary "Private subnet" lies in "AWS"')).toBeDefined();
  });

  it("takes an element that is drawn in two diagrams for one component", () => {
    expect(imported.architecture!.flows).toContainEqual({ from: "api-gateway", to: "audit-log", data: "Requests" });
    expect(imported.architecture!.boundaries.filter((zone) => zone.title === "AWS")).toHaveLength(1);
    expect(lossOf(imported, "second drawing")).toBeDefined();
  });

  it("makes two flows of one that goes both ways", () => {
    expect(imported.architecture!.flows).toEqual(
      expect.arrayContaining([
        { from: "api-gateway", to: "inference-service", data: "Prompt" },
        { from: "inference-service", to: "api-gateway", data: "Prompt" },
      ]),
    );
  });

  it.each(["To nowhere", "Odd one", "Hospital network", "A remark", '"Blob 7" is out of scope', "what kind of component"])("tells that %s did not come along", (words) => {
    expect(lossOf(imported, words)?.why).toMatch(/\w/u);
  });

  it("gives the component the id that we wrote beside it", () => {
    expect(componentOf(imported, "inference-service")!.title).toBe("LLM inference");
  });

  it("carries a decision that has an owner and a reason", () => {
    expect(imported.decisions!.findings).toEqual([
      { id: "model-extraction@inference-service", status: "accepted", owner: "Head of platform", reason: "The model is published anyway." },
    ]);
  });

  it("makes up no owner for a status that has none", () => {
    expect(lossOf(imported, "model-denial-of-service@inference-service")!.why).toContain("owner and a reason");
  });

  it("answers what components and words tell, and says where it read it", () => {
    expect(answerTo(imported, "profile.modelType")).toMatchObject({ value: "rag", certainty: "likely", from: expect.stringContaining("Embeddings") });
    expect(answerTo(imported, "profile.dataSensitivity")).toMatchObject({ value: "health", certainty: "guess", from: expect.stringContaining("patient") });
  });

  it("is refused in version 1, with the way out", () => {
    expect(refusedBy(threatDragon, sample("threat-dragon-1.json"))).toMatchObject({
      code: "threat-dragon-v1",
      path: ["detail", "diagrams", 0, "diagramJson"],
      hint: expect.stringContaining("2"),
    });
  });

  it("is read though every part of it is garbage", () => {
    const cells = [
      null,
      1,
      "x",
      [],
      { shape: "process", data: 5 },
      { shape: "flow", source: 7 },
      { shape: "store", id: {}, position: null, size: "x", data: { name: {}, threats: 7 } },
    ];
    const garbage = importedBy(threatDragon, JSON.stringify({ summary: { title: {} }, detail: { diagrams: [{ cells }] } }));
    expect(garbage.architecture!.components).toHaveLength(2);
    expect(garbage.losses.length).toBeGreaterThanOrEqual(5);
  });

  it("tells every part that is missing at once", () => {
    const result = threatDragon.import('{"detail":{"diagrams":7}}', "x.json");
    expect(result.ok ? [] : result.problems.map((problem) => problem.path.join("."))).toEqual(["summary", "detail.diagrams"]);
  });
});
