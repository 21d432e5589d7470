import { readFileSync } from "node:fs";
import { STRIDE_TITLES } from "@strideml/plugin-kit";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { otm } from "../src/exporters/index.js";
import { EXAMPLES, jobOf, jsonOf, modelOf, textOf } from "./examples.js";
import { HOSTILE, decidedModel, hostileModel, oddModel } from "./models.js";

interface Point {
  x: number;
  y: number;
}
interface Representation {
  representation: string;
  id: string;
  position: Point;
  size: { width: number; height: number };
}
type Attributes = Record<string, string>;
interface File {
  project: { name: string; id: string; owner: string };
  representations: { id: string; type: string; size: { width: number; height: number } }[];
  trustZones: { id: string; name: string; risk: { trustRating: number }; representations: Representation[] }[];
  components: {
    id: string;
    name: string;
    type: string;
    parent: { trustZone: string };
    representations: Representation[];
    threats: { threat: string; state: string; mitigations: { mitigation: string; state: string }[] }[];
    attributes: Attributes;
  }[];
  dataflows: { id: string; source: string; destination: string }[];
  threats: { id: string; name: string; description: string; categories: string[]; risk: { likelihood: number; impact: number }; attributes: Attributes }[];
  mitigations: { id: string; name: string; riskReduction: number; attributes: Attributes }[];
}

const ajv = new Ajv({ strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL("schemas/otm-0.2.0.schema.json", import.meta.url), "utf8")) as object);
const check = (file: File) => {
  validate(file);
  expect(validate.errors ?? []).toEqual([]);
};
const percent = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100;

/** The shape that an importer takes a component for. */
const guess = ({ id, type, representations }: File["components"][number]) => {
  const names = [id, type, ...representations.map((each) => each.id)].join(" ");
  return names.includes("database") ? "store" : names.includes("service") ? "process" : "actor";
};

describe.each(EXAMPLES)("the OTM file of %s", async (name) => {
  const model = modelOf(name);
  const file = await jsonOf<File>(otm, model);
  test("matches the schema", () => check(file));
  test("has every finding once as a threat with its category, used by its component alone", () => {
    expect(file.threats.map(({ attributes, categories, name: title }) => [attributes["strideml-finding"], categories[0], title])).toEqual(
      model.threats.map((finding) => [finding.id, STRIDE_TITLES[finding.stride], finding.title]),
    );
    const places = file.components.flatMap((component) => component.threats.map(({ threat }) => [threat, component.attributes["strideml-component"]]));
    expect(places.toSorted()).toEqual(file.threats.map(({ id, attributes }) => [id, attributes["strideml-finding"]!.split("@")[1]]).toSorted());
  });
  test("states likelihood, impact, trust and risk reduction from 0 to 100", () => {
    for (const { risk } of file.threats) expect([percent(risk.likelihood), percent(risk.impact)]).toEqual([true, true]);
    for (const { risk } of file.trustZones) expect(percent(risk.trustRating)).toBe(true);
    for (const { riskReduction } of file.mitigations) expect(percent(riskReduction) && riskReduction > 0).toBe(true);
  });
  test("names only mitigations, zones and components that are in it, all ids different", () => {
    const ids = [file.mitigations, file.trustZones, file.components, file.dataflows, file.threats].flatMap((list) => list.map(({ id }) => id));
    const known = new Set(ids);
    expect(known.size).toBe(ids.length);
    const used = [
      ...file.components.flatMap(({ parent, threats }) => [
        parent.trustZone,
        ...threats.flatMap(({ threat, mitigations }) => [threat, ...mitigations.map(({ mitigation }) => mitigation)]),
      ]),
      ...file.dataflows.flatMap(({ source, destination }) => [source, destination]),
    ];
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });
  test("places every zone and component in the one diagram, components inside their zone", () => {
    expect(file.representations.map(({ type }) => type)).toEqual(["diagram"]);
    const zones = new Map(file.trustZones.map((zone) => [zone.id, zone.representations[0]!]));
    for (const { parent, representations } of file.components) {
      const { size } = zones.get(parent.trustZone)!;
      const { position, size: mine, representation } = representations[0]!;
      expect(representation).toBe(file.representations[0]!.id);
      expect(Math.min(position.x, position.y)).toBeGreaterThanOrEqual(0);
      expect(position.x + mine.width).toBeLessThanOrEqual(size.width);
      expect(position.y + mine.height).toBeLessThanOrEqual(size.height);
    }
  });
  test("is drawn by importers with the right shapes", () => {
    expect(file.components.map(guess)).toEqual(model.architecture.components.map(({ shape }) => shape));
  });
});

describe("an OTM file", () => {
  test("is drawn with the right shapes although ids mislead, and has a zone for what lies in none", async () => {
    const model = oddModel();
    const file = await jsonOf<File>(otm, model);
    check(file);
    expect(file.components.map(guess)).toEqual(model.architecture.components.map(({ shape }) => shape));
    expect(file.trustZones.map(({ name }) => name)).toEqual(["Inner network", "Nothing in it", "Outside every trust boundary"]);
    expect(file.dataflows).toHaveLength(6);
  });
  test.each([
    ["mitigated", "mitigated"],
    ["accepted", "accepted"],
    ["transferred", "accepted"],
    ["avoided", "not-applicable"],
    ["false-positive", "not-applicable"],
  ] as const)("shows a finding that is %s as %s and carries the decision", async (status, word) => {
    const { model, decision } = decidedModel(status);
    const file = await jsonOf<File>(otm, model);
    const threat = file.threats.find(({ attributes }) => attributes["strideml-finding"] === decision.id)!;
    expect(file.components.flatMap(({ threats }) => threats).find((each) => each.threat === threat.id)!.state).toBe(word);
    expect(threat.attributes["strideml-status"]).toBe(status);
    expect(JSON.parse(threat.attributes["strideml-decision"]!)).toEqual(decision);
  });
  test("says which mitigations are implemented, and carries their decisions", async () => {
    const { model, inPlace } = decidedModel("accepted");
    const file = await jsonOf<File>(otm, model);
    const mitigation = file.mitigations.find(({ attributes }) => attributes["strideml-mitigation"] === inPlace.id)!;
    expect(JSON.parse(mitigation.attributes["strideml-decision"]!)).toEqual(inPlace);
    const states = file.components.flatMap(({ threats }) =>
      threats.flatMap(({ mitigations }) => mitigations.filter((each) => each.mitigation === mitigation.id).map(({ state }) => state)),
    );
    expect(new Set(states)).toEqual(new Set(["implemented"]));
  });
  test("keeps the order of risks: the likeliest and most harmful score stays the highest", async () => {
    const model = modelOf("support-assistant");
    const { threats } = await jsonOf<File>(otm, model);
    const [high, low] = [threats[0]!.risk, threats.at(-1)!.risk];
    expect(high.likelihood * high.impact).toBeGreaterThan(low.likelihood * low.impact);
  });
  test("holds hostile texts literally", async () => {
    const file = await jsonOf<File>(otm, hostileModel());
    check(file);
    expect([file.project.name, file.project.owner, file.components[0]!.name, file.trustZones[0]!.name]).toEqual([HOSTILE, HOSTILE, HOSTILE, HOSTILE]);
  });
  test("is the same bytes twice", async () => expect(await textOf(otm, jobOf(modelOf("coding-agent")))).toBe(await textOf(otm, jobOf(modelOf("coding-agent")))));
});
