import { describe, expect, it } from "vitest";
import { KNOWLEDGE } from "../../../core/test/knowledge.js";
import { parseSystem } from "../../../core/src/index.js";
import { IMPORTERS, importFile, toSystemFile } from "../../src/importers/index.js";
import { sample } from "./samples.js";

const FILES = [
  ["threat-dragon.json", "threat-dragon"],
  ["loan-scoring.otm.json", "otm"],
  ["helpdesk.tc.json", "threat-composer"],
  ["contract-finder.pytm.json", "pytm"],
  ["bill-helper.tm7", "tm7"],
  ["weld-net.cdx.json", "cyclonedx"],
  ["weather-whisper.md", "hugging-face-card"],
] as const;

const read = (file: string) => {
  const result = importFile(sample(file), file, IMPORTERS);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const FOUR = { "profile.modelType": "llm", "profile.deployment": "saas", "profile.dataSensitivity": "internal", "profile.accessLevel": "public" };

describe("importing a file", () => {
  it.each(FILES)("reads %s as %s, and nothing else claims it", (file, importer) => {
    expect(read(file).importer).toBe(importer);
    expect(IMPORTERS.filter((candidate) => candidate.recognises(sample(file), file)).map((candidate) => candidate.id)).toEqual([importer]);
  });

  it.each(FILES)("answers questions of %s that exist, at most once, with values that exist", (file) => {
    const { answers } = read(file);
    expect(new Set(answers.map((answer) => answer.question)).size).toBe(answers.length);
    for (const { question, value, from } of answers) {
      const asked = KNOWLEDGE.questions.find((candidate) => candidate.id === question);
      expect(asked?.type === "boolean" ? [true, false] : asked?.choices.map((choice) => choice.id), question).toContain(value);
      expect(from).toMatch(/\w/u);
    }
  });

  it.each(["threat-dragon.json", "loan-scoring.otm.json", "contract-finder.pytm.json", "bill-helper.tm7", "weather-whisper.md"])(
    "makes a system file of %s that is accepted as it is",
    (file) => {
      const parsed = parseSystem(toSystemFile(read(file)), KNOWLEDGE);
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    },
  );

  it.each(["helpdesk.tc.json", "weld-net.cdx.json"])("makes a system file of %s in which only answers are missing", (file) => {
    const imported = read(file);
    const asked = new Set(imported.answers.map((answer) => answer.question));
    const rest = Object.entries(FOUR).filter(([question]) => !asked.has(question));
    expect(rest.length).toBeGreaterThan(0);
    const answers = [...imported.answers, ...rest.map(([question, value]) => ({ question, value, from: "the person", certainty: "certain" as const }))];
    const parsed = parseSystem(toSystemFile({ ...imported, answers }), KNOWLEDGE);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  });

  it("gives the same result each time", () => {
    for (const [file] of FILES) expect(JSON.stringify(read(file))).toBe(JSON.stringify(read(file)));
  });

  it("tells what was tried when no importer knows the format", () => {
    const result = importFile('{"scope":{},"trust_zones":[]}', "model.json", IMPORTERS);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({ code: "unknown-format", file: "model.json" });
    for (const importer of IMPORTERS) expect(problem!.expected).toContain(importer.title);
  });

  it("reads a file that begins with a byte-order mark", () => {
    expect(importFile(`\uFEFF${sample("loan-scoring.otm.json")}`, "x", IMPORTERS)).toMatchObject({ ok: true });
  });

  it("takes no file of another format for its own because a text in it quotes one", () => {
    const quoting = { schema: 1, applicationInfo: { name: 'Reads {"otmVersion": "0.2.0"} and {"bomFormat":"CycloneDX"}' }, threats: [] };
    expect(importFile(JSON.stringify(quoting), "x", IMPORTERS)).toMatchObject({ ok: true, value: { importer: "threat-composer" } });
  });
});

describe("the system file of what was imported", () => {
  it("nests answers by their names", () => {
    const from = { from: "x", certainty: "guess" } as const;
    const answers = [
      { question: "profile.modelType", value: "rag", ...from },
      { question: "context.capabilities.tools", value: true, ...from },
      { question: "context.capabilities.memory", value: false, ...from },
    ];
    expect(toSystemFile({ name: "N", version: "2", answers, losses: [] })).toEqual({
      schemaVersion: 1,
      system: { name: "N", version: "2" },
      profile: { modelType: "rag" },
      context: { capabilities: { tools: true, memory: false } },
    });
  });

  it("lets no answer reach into the language", () => {
    const answers = [{ question: "context.__proto__.polluted", value: true, from: "x", certainty: "guess" as const }];
    toSystemFile({ answers, losses: [] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
