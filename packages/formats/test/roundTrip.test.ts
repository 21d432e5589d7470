import { readFileSync, readdirSync } from "node:fs";
import type { Exporter, Importer, ThreatModel } from "@strideml/plugin-kit";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { cyclonedx, otm, threatComposer, threatDragon } from "../src/exporters/index.js";
import { IMPORTERS, toSystemFile } from "../src/index.js";

const folder = new URL("../../../examples/", import.meta.url);
const EXAMPLES = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const modelFrom = (file: unknown): ThreatModel => {
  const parsed = parseSystem(file, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
};

const STATUSES = ["accepted", "transferred", "avoided", "false-positive", "mitigated"] as const;

/** The example with a decision of every kind on its findings and mitigations. */
const decided = (name: string): ThreatModel => {
  const file = parse(readFileSync(new URL(name, folder), "utf8")) as object;
  const { threats, mitigations } = modelFrom(file);
  const findings = threats.slice(0, 5).map(({ id }, at) => ({ id, status: STATUSES[at]!, owner: `Owner "${at}" <&>`, reason: `Because\nof = ${at} & <b>`, expires: "2027-03-01" }));
  const planned = (["in-place", "partly", "planned", "not-planned"] as const).map((status, at) => ({
    id: mitigations[at]!.id,
    status,
    owner: "Platform",
    reason: "Why & how",
    evidence: "WIKI-12",
    due: "2027-01-31",
  }));
  return modelFrom({ ...file, decisions: { findings, mitigations: planned } });
};

const importerOf = (id: string): Importer => IMPORTERS.find((importer) => importer.id === id)!;
const PAIRS: [string, Exporter, Importer][] = [threatDragon, otm, threatComposer, cyclonedx].map((exporter) => [exporter.id, exporter, importerOf(exporter.id)]);

const exported = async (exporter: Exporter, model: ThreatModel): Promise<string> => (await exporter.export({ model, knowledge: KNOWLEDGE })) as string;

const imported = (importer: Importer, text: string) => {
  expect(importer.recognises(text, "model.json")).toBe(true);
  const result = importer.import(text, "model.json");
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** What must come back: findings with scores and decisions, mitigations with theirs, and the architecture. */
const essence = ({ system, profile, context, threats, mitigations, architecture, assessments }: ThreatModel) => ({
  system,
  profile,
  context,
  findings: threats.map(({ id, score, status, residual, decision }) => ({ id, score, status, residual: residual.score, decision })),
  mitigations: mitigations.map(({ id, status, decision }) => ({ id, status, decision })),
  components: new Set(architecture.components.map(({ id, kind, title, zone }) => JSON.stringify({ id, kind, title, zone }))),
  flows: new Set(architecture.flows.map(({ from, to, data }) => JSON.stringify({ from, to, data }))),
  boundaries: new Set(architecture.boundaries.map((boundary) => JSON.stringify(boundary))),
  answers: assessments.map(({ questionnaire, answers }) => ({ questionnaire, answers })),
});

describe.each(PAIRS)("there and back by way of %s", (_, exporter, importer) => {
  test.each(EXAMPLES)("%s keeps its findings, scores, statuses, decisions and architecture", async (name) => {
    const before = decided(name);
    const { losses, ...rest } = imported(importer, await exported(exporter, before));
    expect(losses).toEqual([]);
    expect(essence(modelFrom(toSystemFile({ ...rest, losses })))).toEqual(essence(before));
  });
});

describe("a file that somebody went on with in the other tool", () => {
  const before = decided("support-assistant.yaml");
  interface Cell {
    id: string;
    shape: string;
    position?: { x: number; y: number };
    data: { name: string; threats: { id: string; status: string; strideml?: { finding: string } }[] };
  }
  interface Dragon {
    summary: { title: string };
    detail: { diagrams: [{ cells: Cell[] }] };
  }
  const edited = async (edit: (cells: Cell[], file: Dragon) => void) => {
    const file = JSON.parse(await exported(threatDragon, before)) as Dragon;
    edit(file.detail.diagrams[0].cells, file);
    return imported(importerOf("threat-dragon"), JSON.stringify(file));
  };
  const threatsOf = (cells: Cell[]) => cells.flatMap(({ data }) => data.threats ?? []);
  const threatOf = (cells: Cell[], finding: string) => threatsOf(cells).find(({ strideml }) => strideml?.finding === finding)!;
  const open = before.threats.find(({ status }) => status === "open")!;
  const accepted = before.threats.find(({ status }) => status === "accepted");

  test("has its new name, and the component its new title under the same id", async () => {
    const { name, architecture } = await edited((cells, file) => {
      file.summary.title = "Renamed";
      cells.find(({ data }) => data.name === "Inference service")!.data.name = "GPU pool";
    });
    expect(name).toBe("Renamed");
    expect(architecture!.components.find(({ id }) => id === "inference-service")!.title).toBe("GPU pool");
  });

  test("has a status that nobody stands for: it is told, and no owner is made up", async () => {
    const { decisions, losses } = await edited((cells) => (threatOf(cells, open.id).status = "Mitigated"));
    expect(decisions!.findings.map(({ id }) => id)).not.toContain(open.id);
    expect(losses).toEqual([{ what: `the status "Mitigated" of the finding ${open.id}`, why: expect.stringContaining("owner and a reason") as string }]);
  });

  test("has a decision taken back", async () => {
    const { decisions, losses } = await edited((cells) => (threatOf(cells, accepted!.id).status = "Open"));
    expect(decisions!.findings.map(({ id }) => id)).not.toContain(accepted!.id);
    expect(losses[0]!.why).toContain("taken back");
  });

  test("has a threat of its own, which is counted, and a component of its own, which is placed", async () => {
    const { architecture, losses } = await edited((cells) => {
      const store = cells.find(({ shape }) => shape === "store")!;
      store.data.threats.push({ id: "own", status: "Open" });
      cells.push({ ...structuredClone(store), id: "9b2f6a52-7f0e-4c53-9e0c-3f0d3f2f9f11", data: { name: "Answer cache", threats: [] } });
    });
    expect(losses.map(({ what }) => what)).toContain("1 threat that is not ours");
    expect(architecture!.components.map(({ id }) => id)).toContain("answer-cache");
  });

  test("has our marks tampered with: what is no decision is told", async () => {
    const { losses } = await edited((cells) => Object.assign(threatOf(cells, accepted!.id).strideml!, { decision: '{"status":"accepted","__proto__":{}}' }));
    expect(losses[0]!.why).toBe("it is not as it was written");
  });
});
