import { describe, expect, it } from "vitest";
import { huggingFaceCard } from "../../src/importers/huggingFaceCard.js";
import { answerTo, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const imported = importedBy(huggingFaceCard, sample("weather-whisper.md"));
const card = (yaml: string, body = "") => `---\n${yaml}\n---\n${body}`;

describe("a Hugging Face model card", () => {
  it("brings the name from its heading and the facts of its metadata", () => {
    expect(imported.name).toBe("Weather Whisper");
    expect(imported.description).toBe(
      "Writes down spoken weather reports for pilots.\n\nBuilt on: example/base-small. Trained on: example/common_crawl-audio. Library: transformers. Licence: apache-2.0. Languages: en, de.",
    );
  });

  it("answers all four questions, each with its certainty", () => {
    const read = ["modelType", "deployment", "accessLevel", "dataSensitivity"].map((name) => answerTo(imported, `profile.${name}`)!);
    expect(read.map(({ value, certainty }) => [value, certainty])).toEqual([
      ["speech-audio", "certain"],
      ["downloadable", "likely"],
      ["white-box", "likely"],
      ["public", "guess"],
    ]);
  });

  it("tells what it is built on and where the data is from", () => {
    expect(answerTo(imported, "context.training.baseModel")).toMatchObject({ value: "open-weights", certainty: "certain" });
    expect(answerTo(imported, "context.training.dataOrigin")).toMatchObject({ value: "web-scraped" });
  });

  it("tells which metadata stays behind", () => {
    expect(lossOf(imported, "widget")).toBeDefined();
  });

  it.each([
    ["pipeline_tag: text-generation", "llm"],
    ["pipeline_tag: image-text-to-text", "llm"],
    ["pipeline_tag: text-to-image", "generative-media"],
    ["pipeline_tag: token-classification", "nlp"],
    ["pipeline_tag: tabular-regression", "tabular"],
    ["library_name: stable-baselines3", "reinforcement-learning"],
    ["license: mit\ntags: [object-detection]", "computer-vision"],
  ])("takes %s for %s", (yaml, type) => {
    expect(answerTo(importedBy(huggingFaceCard, card(yaml)), "profile.modelType")!.value).toBe(type);
  });

  it("hints at health data by its tags", () => {
    expect(answerTo(importedBy(huggingFaceCard, card("tags: [medical, radiology]")), "profile.dataSensitivity")).toMatchObject({ value: "health", certainty: "guess" });
  });

  it("takes the model index for the name where the heading is a placeholder", () => {
    expect(importedBy(huggingFaceCard, card("license: mit\nmodel-index:\n- name: real-name", "# Model Card for Model ID\n")).name).toBe("real-name");
  });

  it("reads Windows line ends", () => {
    expect(importedBy(huggingFaceCard, sample("weather-whisper.md").replaceAll("\n", "\r\n")).name).toBe("Weather Whisper");
  });

  it("tells the line in the file of a slip in the metadata", () => {
    expect(refusedBy(huggingFaceCard, card("license: mit\ntags: [a\nlanguage: en"))).toMatchObject({ code: "yaml", line: expect.any(Number) });
    expect(refusedBy(huggingFaceCard, card("license: mit\nlicense: mit"))).toMatchObject({ line: 3, column: 1 });
  });

  it("refuses the cards of a Space and of a dataset", () => {
    expect(refusedBy(huggingFaceCard, card("sdk: gradio\nlicense: mit")).message).toContain("Space");
    expect(refusedBy(huggingFaceCard, card("task_categories: [summarization]\nlicense: mit")).message).toContain("dataset");
  });

  it("refuses aliases that expand without end", () => {
    const lines = ["license: &a0 [x,x,x,x,x,x,x,x,x,x]", ...Array.from({ length: 9 }, (_, i) => `k${i}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(",")}]`)];
    expect(refusedBy(huggingFaceCard, card(lines.join("\n"))).message).toContain("aliases");
  });
});
