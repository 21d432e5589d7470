import { readFileSync, readdirSync } from "node:fs";
import type { Architecture, ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildArchitecture, generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { titleOf } from "../src/lanes.js";
import { type Box, type Layout, layOut, type Point } from "../src/layOut.js";
import { mermaid } from "../src/mermaid.js";
import { standaloneSvg } from "../src/standaloneSvg.js";

const NODE = { width: 150, height: 54 };
const SPACING = { sizes: { actor: NODE, process: NODE, store: NODE }, beside: 58, below: 74, margin: 4 };

const system = (written: unknown) => {
  const parsed = parseSystem(written, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};

const choices = (id: string) => KNOWLEDGE.questions.find((question) => question.id === id)!.choices.map((choice) => choice.id);
const profiles = choices("profile.modelType").flatMap((modelType) => choices("profile.deployment").map((deployment) => ({ modelType, deployment })));

const architectureOf = (profile: { modelType: string; deployment: string }): Architecture =>
  buildArchitecture(system({ schemaVersion: 1, system: { name: "X" }, profile: { ...profile, dataSensitivity: "personal", accessLevel: "authenticated" } }), KNOWLEDGE);

const folder = new URL("../../../examples/", import.meta.url);
const modelOf = (name: string): ThreatModel => generateThreatModel(system(parse(readFileSync(new URL(name, folder), "utf8"))), KNOWLEDGE, AROUND);

const apart = (a: Box, b: Box) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const holds = (outer: Box, inner: Box) =>
  outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

/** Stretches of a line as boxes, a little thinner than what they may touch. */
const stretches = (line: readonly Point[]): Box[] =>
  line.slice(1).map((to, index) => {
    const from = line[index]!;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.max(0.1, Math.abs(from.x - to.x)), height: Math.max(0.1, Math.abs(from.y - to.y)) };
  });
const passes = (line: readonly Point[], { x, y, width, height }: Box) =>
  stretches(line).some((stretch) => !apart(stretch, { x: x + 1, y: y + 1, width: width - 2, height: height - 2 }));

const pairs = <T>(list: readonly T[]): [T, T][] => list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));

const expectLegible = (architecture: Architecture, { components, zones, flows }: Layout) => {
  const all = [...components];
  expect(pairs(all).filter(([[, a], [, b]]) => !apart(a, b))).toEqual([]);
  expect(pairs([...zones]).filter(([[, a], [, b]]) => !apart(a, b))).toEqual([]);
  for (const { id, zone } of architecture.components) if (zone !== undefined) expect(holds(zones.get(zone)!, components.get(id)!)).toBe(true);
  for (const { id, from, to } of architecture.flows) {
    const line = flows.get(id)!;
    expect(all.filter(([other, box]) => other !== from && other !== to && passes(line, box)).map(([other]) => `${id} through ${other}`)).toEqual([]);
    expect(architecture.boundaries.filter((boundary) => passes(line, titleOf(zones.get(boundary.id)!, boundary.title))).map(({ title }) => `${id} through ${title}`)).toEqual([]);
  }
};

describe("a drawing", () => {
  test.each(profiles)("of $modelType as $deployment hides nothing, and nothing in it stands alone", (profile) => {
    const architecture = architectureOf(profile);
    expectLegible(architecture, layOut(architecture, SPACING));
    const joined = new Set(architecture.flows.flatMap(({ from, to }) => [from, to]));
    expect(architecture.components.filter(({ id }) => !joined.has(id)).map(({ id }) => id)).toEqual([]);
  });
  test.each(readdirSync(folder).filter((name) => name.endsWith(".yaml")))("of %s is narrow enough for letters that a page can show", (name) => {
    const { architecture } = modelOf(name);
    const layout = layOut(architecture, SPACING);
    expectLegible(architecture, layout);
    expect(layout.width).toBeLessThan(900);
  });
  test("gives the same places for the same architecture", () => {
    const architecture = architectureOf({ modelType: "agent", deployment: "saas" });
    expect(layOut(architecture, SPACING)).toEqual(layOut(structuredClone(architecture), SPACING));
  });
  test("numbers every flow, as Mermaid does", () => {
    const model = modelOf("travel-booking-agent.yaml");
    const numbers = model.architecture.flows.map((_, index) => String(index + 1));
    expect([...standaloneSvg(model).matchAll(/font-size="9.5"[^>]*>(\d+)</g)].map(([, number]) => number)).toEqual(numbers);
    expect([...mermaid(model.architecture).matchAll(/-->\|"(\d+) /g)].map(([, number]) => number)).toEqual(numbers);
  });
});

describe("what a user gives", () => {
  const component = (id: string, zone?: string) => ({ id, kind: "x", title: id, description: "", shape: "process" as const, ...(zone !== undefined && { zone }) });
  const boundary = (id: string) => ({ id, title: id, trust: 1 });
  test("may have components without a boundary, boundaries without components, and flows from a component to itself", () => {
    const architecture: Architecture = {
      components: [component("a"), component("b", "in"), component("constructor", "in")],
      boundaries: [boundary("in"), boundary("empty")],
      flows: [
        { id: "1", from: "a", to: "b", data: "x" },
        { id: "2", from: "b", to: "b", data: "x" },
        { id: "3", from: "a", to: "constructor", data: "x" },
      ],
    };
    const layout = layOut(architecture, SPACING);
    expectLegible(architecture, layout);
    expect(passes(layout.flows.get("2")!, layout.components.get("b")!)).toBe(false);
    expect(layout.zones.get("empty")!.width).toBeGreaterThan(100);
  });
  test("may be large: every line has its two ends", () => {
    const components = Array.from({ length: 120 }, (_, index) => component(`c${index}`, `z${index % 9}`));
    const flows = Array.from({ length: 260 }, (_, index) => ({ id: `f${index}`, from: `c${(index * 13) % 120}`, to: `c${(index * index * 7 + 1) % 120}`, data: "x" }));
    const architecture: Architecture = { components, flows, boundaries: Array.from({ length: 9 }, (_, index) => boundary(`z${index}`)) };
    expect([...layOut(architecture, SPACING).flows.values()].every((line) => line.length >= 2)).toBe(true);
  });
  test("may be nothing", () => expect(layOut({ components: [], flows: [], boundaries: [] }, SPACING).width).toBeGreaterThan(0));
});
