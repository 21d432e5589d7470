import { readFileSync } from "node:fs";
import { STRIDE_TITLES } from "@strideml/plugin-kit";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { threatDragon } from "../src/exporters/index.js";
import { EXAMPLES, jobOf, jsonOf, modelOf, textOf } from "./examples.js";
import { HOSTILE, decidedModel, hostileModel, oddModel } from "./models.js";

interface Threat {
  id: string;
  title: string;
  status: string;
  severity: string;
  type: string;
  description: string;
  mitigation: string;
  modelType: string;
  number: number;
  score: string;
  new: boolean;
  strideml: Record<string, string>;
}
interface Cell {
  id: string;
  shape: string;
  zIndex: number;
  position?: { x: number; y: number };
  size?: { width: number; height: number };
  source?: { cell: string };
  target?: { cell: string };
  attrs: Record<string, { stroke?: string; text?: string }>;
  data: { type: string; name: string; hasOpenThreats: boolean; threats?: Threat[]; containedElements?: string[]; strideml: Record<string, string> };
}
interface File {
  version: string;
  summary: { title: string };
  detail: { threatTop: number; diagrams: { version: string; cells: Cell[] }[] };
  strideml: { mitigations: Record<string, string>[] };
}

const ajv = new Ajv({ strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL("schemas/threat-dragon-v2.schema.json", import.meta.url), "utf8")) as object);
const check = (file: File) => {
  validate(file);
  expect(validate.errors ?? []).toEqual([]);
};
const cellsOf = (file: File) => file.detail.diagrams[0]!.cells;
const threatsOf = (file: File) => cellsOf(file).flatMap((cell) => cell.data.threats ?? []);

describe.each(EXAMPLES)("the Threat Dragon file of %s", async (name) => {
  const model = modelOf(name);
  const file = await jsonOf<File>(threatDragon, model);
  const cells = cellsOf(file);
  test("matches the schema and names a version of at most ten characters", () => {
    check(file);
    expect(file.version.length).toBeLessThanOrEqual(10);
  });
  test("has every finding once, where the application reads it, with its category", () => {
    const found = threatsOf(file).map(({ strideml, type, title, score }) => [strideml["finding"], type, title, score]);
    const wanted = model.threats.map((finding) => [finding.id, STRIDE_TITLES[finding.stride], finding.title, String(finding.score)]);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    for (const cell of cells) for (const threat of cell.data.threats ?? []) expect(threat.strideml["finding"]!.split("@")[1]).toBe(cell.data.strideml["component"]);
  });
  test("has threats with every field that the application shows, numbered without gaps", () => {
    const threats = threatsOf(file);
    for (const threat of threats) {
      expect(threat).toMatchObject({ modelType: "STRIDE", new: false });
      expect(["Open", "Accepted", "Mitigated", "Transferred", "Avoided", "NotApplicable"]).toContain(threat.status);
      expect(threat.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(["Low", "Medium", "High", "Critical"]).toContain(threat.severity);
      expect(threat.mitigation).toContain("- ");
    }
    expect(threats.map((threat) => threat.number).toSorted((a, b) => a - b)).toEqual(threats.map((_, index) => index + 1));
    expect(file.detail.threatTop).toBe(threats.length);
  });
  test("has every component, flow and boundary once, flows between cells that exist, all ids different", () => {
    const { components, flows, boundaries } = model.architecture;
    const count = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell.data.type)).length;
    expect([count(/Actor|Process|Store/), count(/Flow/), count(/BoundaryBox/)]).toEqual([components.length, flows.length, boundaries.length]);
    const ids = new Set(cells.map((cell) => cell.id));
    expect(ids.size).toBe(cells.length);
    for (const cell of cells.filter((each) => each.shape === "flow")) expect([ids.has(cell.source!.cell), ids.has(cell.target!.cell)]).toEqual([true, true]);
  });
  test("draws components inside the box of their boundary", () => {
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    for (const box of cells.filter((cell) => cell.shape === "trust-boundary-box"))
      for (const id of box.data.containedElements!) {
        const { position, size } = byId.get(id)!;
        expect(position!.x).toBeGreaterThanOrEqual(box.position!.x);
        expect(position!.y).toBeGreaterThanOrEqual(box.position!.y);
        expect(position!.x + size!.width).toBeLessThanOrEqual(box.position!.x + box.size!.width);
        expect(position!.y + size!.height).toBeLessThanOrEqual(box.position!.y + box.size!.height);
      }
  });
});

describe("a Threat Dragon file", () => {
  test("draws components with open threats in red, stores by their lines", async () => {
    for (const cell of cellsOf(await jsonOf<File>(threatDragon, modelOf("support-assistant"))).filter((each) => /Actor|Process|Store/.test(each.data.type))) {
      const colours = (cell.shape === "store" ? ["topLine", "bottomLine"] : ["body"]).map((part) => cell.attrs[part]?.stroke === "red");
      expect(cell.data.hasOpenThreats).toBe(cell.data.threats!.some((threat) => threat.status === "Open"));
      expect(new Set(colours)).toEqual(new Set([cell.data.hasOpenThreats]));
    }
  });
  test.each([
    ["mitigated", "Mitigated"],
    ["accepted", "Accepted"],
    ["transferred", "Transferred"],
    ["avoided", "Avoided"],
    ["false-positive", "NotApplicable"],
  ] as const)("shows a finding that is %s as %s and carries the decision", async (status, word) => {
    const { model, decision } = decidedModel(status);
    const threat = threatsOf(await jsonOf<File>(threatDragon, model)).find((each) => each.strideml["finding"] === decision.id)!;
    expect(threat.status).toBe(word);
    expect(threat.strideml["status"]).toBe(status);
    expect(JSON.parse(threat.strideml["decision"]!)).toEqual(decision);
    expect(threat.description).toContain("by Head of risk");
  });
  test("names a component without open threats in black", async () => {
    const model = structuredClone(modelOf("support-assistant"));
    for (const finding of model.threats) finding.status = "mitigated";
    const cells = cellsOf(await jsonOf<File>(threatDragon, model));
    expect(cells.some((cell) => cell.data.hasOpenThreats || JSON.stringify(cell.attrs).includes("red"))).toBe(false);
  });
  test("names the mitigations with their status and carries their decisions", async () => {
    const { model, inPlace } = decidedModel("accepted");
    const file = await jsonOf<File>(threatDragon, model);
    const { title, findings } = model.mitigations.find((each) => each.id === inPlace.id)!;
    expect(threatsOf(file).find((each) => each.strideml["finding"] === findings[0])!.mitigation).toContain(`- ${title} (in place, Platform team)`);
    expect(JSON.parse(file.strideml.mitigations.find((each) => each["mitigation"] === inPlace.id)!["decision"]!)).toEqual(inPlace);
  });
  test("holds hostile texts literally", async () => {
    const file = await jsonOf<File>(threatDragon, hostileModel());
    check(file);
    expect(file.summary.title).toBe(HOSTILE);
    expect(cellsOf(file).filter((cell) => cell.data.name === HOSTILE)).toHaveLength(cellsOf(file).length);
  });
  test("copes with an empty boundary, a component in none and a flow to itself", async () => {
    const model = oddModel();
    const file = await jsonOf<File>(threatDragon, model);
    check(file);
    expect(threatsOf(file)).toHaveLength(model.threats.length);
    expect(cellsOf(file)).toHaveLength(13);
    expect(cellsOf(file).find((cell) => cell.data.name === "Nothing in it")!.size!.width).toBeGreaterThan(10);
  });
  test("is the same bytes twice", async () => expect(await textOf(threatDragon, jobOf(modelOf("coding-agent")))).toBe(await textOf(threatDragon, jobOf(modelOf("coding-agent")))));
});
