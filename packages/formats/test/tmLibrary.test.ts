import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { tmLibrary } from "../src/exporters/index.js";
import { EXAMPLES, jobOf, jsonOf, modelOf, textOf } from "./examples.js";
import { HOSTILE, decidedModel, hostileModel, oddModel } from "./models.js";

interface Named {
  symbolic_name: string;
  title: string;
}
type Placed = Named & { trust_zone: string };
interface File {
  version: string;
  scope: { title: string; business_criticality: string; data_sensitivity: string[]; exposure: string; tier: string };
  trust_zones: Named[];
  trust_boundaries: { trust_zone_a: string; trust_zone_b: string }[];
  actors: Placed[];
  components: Placed[];
  data_stores: Placed[];
  data_flows: (Named & { source: { type: string; object: string }; destination: { type: string; object: string } })[];
  assumptions: { description: string; validity: string }[];
  threat_personas: Named[];
  threats: (Named & { components_affected: string[]; threat_persona: string })[];
  controls: (Named & { threats: string[]; status: string; priority: string })[];
  risks: (Named & { threats: string[]; score: number; level: string })[];
  extensions: Record<string, Record<string, Record<string, unknown>>>;
}

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL("schemas/tm-library-1.0.2.schema.json", import.meta.url), "utf8")) as object);
const check = (file: File) => {
  validate(file);
  expect(validate.errors ?? []).toEqual([]);
};
const extension = (file: File, name: string) => Object.entries(file.extensions).find(([key]) => key.endsWith(`/${name}`))![1];
const placed = (file: File) => [...file.actors, ...file.components, ...file.data_stores];

describe.each(EXAMPLES)("the Threat Model Library file of %s", async (name) => {
  const model = modelOf(name);
  const file = await jsonOf<File>(tmLibrary, model);
  const findings = extension(file, "findings");
  test("matches the schema", () => check(file));
  test("has every finding once, with its category and score beside it", () => {
    const found = file.threats.map(({ symbolic_name, title }) => [
      findings[symbolic_name]!["finding"],
      title,
      findings[symbolic_name]!["stride"],
      findings[symbolic_name]!["score"],
    ]);
    expect(found).toEqual(model.threats.map(({ id, title, stride, score }) => [id, title, stride, score]));
    expect(Object.keys(findings)).toHaveLength(model.threats.length);
  });
  test("says of every threat which component it affects, and of every risk which threat", () => {
    const names = new Map(placed(file).map(({ symbolic_name, title }) => [symbolic_name, title]));
    const titles = new Map(model.architecture.components.map(({ id, title }) => [id, title]));
    expect(file.threats.map(({ components_affected }) => components_affected.map((each) => names.get(each)))).toEqual(
      model.threats.map(({ component }) => [titles.get(component)]),
    );
    expect(file.risks.map(({ threats }) => threats)).toEqual(file.threats.map(({ symbolic_name }) => [symbolic_name]));
  });
  test("puts everything in a zone that is in it, and names nothing that is not", () => {
    const lists = [file.trust_zones, placed(file), file.data_flows, file.threat_personas, file.threats, file.controls, file.risks];
    const ids = lists.flatMap((list) => list.map(({ symbolic_name }) => symbolic_name));
    const known = new Set(ids);
    expect(known.size).toBe(ids.length);
    const used = [
      ...placed(file).map(({ trust_zone }) => trust_zone),
      ...file.trust_boundaries.flatMap(({ trust_zone_a, trust_zone_b }) => [trust_zone_a, trust_zone_b]),
      ...file.data_flows.flatMap(({ source, destination }) => [source.object, destination.object]),
      ...file.threats.map(({ threat_persona }) => threat_persona),
      ...file.controls.flatMap(({ threats }) => threats),
    ];
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });
  test("has scores that are whole numbers up to 25, names of lower-case letters and at least two characters", () => {
    for (const { score, symbolic_name } of file.risks) {
      expect(Number.isInteger(score) && score >= 1 && score <= 25).toBe(true);
      expect(symbolic_name).toMatch(/^[0-9a-z-]{2,}$/);
    }
  });
});

describe("a Threat Model Library file", () => {
  test.each(["mitigated", "accepted", "false-positive"] as const)("carries the decision %s", async (status) => {
    const { model, decision } = decidedModel(status);
    const file = await jsonOf<File>(tmLibrary, model);
    const mine = Object.values(extension(file, "findings")).find((each) => each["finding"] === decision.id)!;
    expect(mine["status"]).toBe(status);
    expect(JSON.parse(mine["decision"] as string)).toEqual(decision);
  });
  test("calls a mitigation in place an active control and carries its decision", async () => {
    const { model, inPlace } = decidedModel("accepted");
    const file = await jsonOf<File>(tmLibrary, model);
    const [name, mine] = Object.entries(extension(file, "mitigations")).find(([, each]) => each["mitigation"] === inPlace.id)!;
    expect(file.controls.find(({ symbolic_name }) => symbolic_name === name)!.status).toBe("active");
    expect(JSON.parse(mine["decision"] as string)).toEqual(inPlace);
  });
  test("derives the scope from the answers", async () => {
    const { scope } = await jsonOf<File>(tmLibrary, modelOf("hospital-readmission-scorer"));
    const { profile, context } = modelOf("hospital-readmission-scorer");
    expect([profile["dataSensitivity"], context["consequence"]]).toEqual(["health", "safety"]);
    expect(scope).toMatchObject({ business_criticality: "maximal", tier: "mission_critical", data_sensitivity: ["phi"] });
  });
  test("takes a version of numbers and keeps another beside it", async () => {
    const versioned = (version: string) => {
      const model = structuredClone(modelOf("support-assistant"));
      model.system.version = version;
      return jsonOf<File>(tmLibrary, model);
    };
    expect((await versioned("2.14")).version).toBe("2.14");
    const file = await versioned("v3-beta");
    expect([file.version, extension(file, "model")["version"]]).toEqual(["1.0", "v3-beta"]);
    check(file);
  });
  test("gives every assumed answer as an unconfirmed assumption", async () => {
    const model = modelOf("coding-agent");
    const { assumptions } = await jsonOf<File>(tmLibrary, model);
    expect(assumptions).toHaveLength(Object.values(model.assumptions).filter(({ given }) => !given).length + 1);
    expect(new Set(assumptions.map(({ validity }) => validity))).toEqual(new Set(["unconfirmed"]));
  });
  test("holds hostile texts literally", async () => {
    const file = await jsonOf<File>(tmLibrary, hostileModel());
    check(file);
    expect([file.scope.title, file.components[0]!.title, file.trust_zones[0]!.title]).toEqual([HOSTILE, HOSTILE, HOSTILE]);
  });
  test("copes with ids of plugins, of one character and of other kinds, and with a component in no zone", async () => {
    const model = structuredClone(oddModel());
    Object.assign(model.threats[0]!, { id: `acme.corp/badge-cloning@${model.threats[0]!.component}` });
    const file = await jsonOf<File>(tmLibrary, model);
    check(file);
    expect(file.actors[0]!.trust_zone).toBe(file.trust_zones.at(-1)!.symbolic_name);
    expect(file.data_stores.map(({ symbolic_name }) => symbolic_name)).toContain("data-store--m");
    expect(file.threats[0]!.symbolic_name).toMatch(/^threat--acme-corp-badge-cloning-/);
  });
  test("is the same bytes twice", async () => expect(await textOf(tmLibrary, jobOf(modelOf("coding-agent")))).toBe(await textOf(tmLibrary, jobOf(modelOf("coding-agent")))));
});
