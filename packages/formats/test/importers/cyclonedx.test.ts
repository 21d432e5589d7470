import { describe, expect, it } from "vitest";
import { cyclonedx } from "../../src/importers/cyclonedx.js";
import { answerTo, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const imported = importedBy(cyclonedx, sample("weld-net.cdx.json"));
const bom = (...components: object[]) => JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components });

describe("a CycloneDX ML-BOM", () => {
  it("brings name, version and owner of what it describes, and lists models and data", () => {
    expect(imported).toMatchObject({
      name: "Defect finder",
      version: "2.3",
      owner: "Plant quality",
      description: "Finds bad welds in pictures.\n\nModels: weld-net 5.\n\nData: Weld pictures.",
    });
  });

  it("takes the task of the model card for the type of model", () => {
    expect(answerTo(imported, "profile.modelType")).toEqual({
      question: "profile.modelType",
      value: "computer-vision",
      certainty: "certain",
      from: 'the task of the model "weld-net"',
    });
  });

  it("takes ancestors for pre-trained weights", () => {
    expect(answerTo(imported, "context.training.baseModel")).toMatchObject({ value: "open-weights", certainty: "likely" });
  });

  it("takes the most sensitive data, and tells the rest", () => {
    expect(answerTo(imported, "profile.dataSensitivity")).toMatchObject({ value: "biometric", certainty: "likely" });
    expect(imported.losses.filter((loss) => loss.what.includes("the answer confidential"))).toHaveLength(1);
  });

  it("makes no architecture of a list of parts", () => {
    expect(imported.architecture).toBeUndefined();
    for (const words of ["1 part", "1 service", "considerations", "dataset gone"]) expect(lossOf(imported, words)).toBeDefined();
  });

  it("takes text and pictures as input for more than text", () => {
    const inputs = [{ format: "text" }, { format: "image/png" }];
    const result = importedBy(cyclonedx, bom({ type: "machine-learning-model", name: "m", modelCard: { modelParameters: { inputs } } }));
    expect(answerTo(result, "context.capabilities.multimodal")).toMatchObject({ value: true, certainty: "likely" });
  });

  it("only guesses from a task in free words", () => {
    const result = importedBy(cyclonedx, bom({ type: "machine-learning-model", name: "m", modelCard: { modelParameters: { task: "credit scoring of small firms" } } }));
    expect(answerTo(result, "profile.modelType")).toMatchObject({ value: "tabular", certainty: "guess" });
  });

  it("is refused without model and data, and in an old version", () => {
    expect(refusedBy(cyclonedx, bom({ type: "library", name: "l" })).hint).toContain("ML-BOM");
    expect(refusedBy(cyclonedx, '{"bomFormat":"CycloneDX","specVersion":"1.4","components":[]}')).toMatchObject({ path: ["specVersion"] });
  });
});
