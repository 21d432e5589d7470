import { describe, expect, it } from "vitest";
import { threatComposer } from "../../src/importers/threatComposer.js";
import { answerTo, importedBy, lossOf, refusedBy, sample } from "./samples.js";

const imported = importedBy(threatComposer, sample("helpdesk.tc.json"));

describe("a Threat Composer workspace", () => {
  it("brings name and description, and no architecture, for it has only a picture", () => {
    expect(imported).toMatchObject({ name: "Helpdesk chatbot", description: expect.stringContaining("intranet") });
    expect(imported.architecture).toBeUndefined();
    expect(lossOf(imported, "data-flow diagram")).toBeDefined();
  });

  it("carries a decision whose owner and reason are in the metadata", () => {
    expect(imported.decisions!.findings).toEqual([
      { id: "prompt-injection@prompt-orchestrator", status: "mitigated", owner: "Helpdesk lead", reason: "Input is filtered and answers are checked." },
    ]);
    expect(lossOf(imported, "model-extraction@inference-service")!.why).toContain("owner and a reason");
  });

  it("carries the status that somebody gave a mitigation of ours, and not the one that everything starts as", () => {
    expect(imported.decisions!.mitigations).toEqual([{ id: "limit-query-rate-per-identity", status: "in-place" }]);
  });

  it("searches its prose for answers", () => {
    expect(answerTo(imported, "profile.modelType")!.value).toBe("llm");
    expect(answerTo(imported, "profile.deployment")!.value).toBe("on-premise");
    expect(answerTo(imported, "profile.dataSensitivity")!.value).toBe("personal");
  });

  it("counts threats, mitigations and assumptions that stay behind", () => {
    for (const words of ["1 threat that is not ours", "1 mitigation that is not ours", "1 assumption"]) expect(lossOf(imported, words)).toBeDefined();
  });

  it("is refused in a version that is not read", () => {
    expect(refusedBy(threatComposer, '{"schema":2,"threats":[]}')).toMatchObject({ path: ["schema"], expected: "schema: 1" });
  });
});
