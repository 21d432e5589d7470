import type { DraftComponent, DraftFlow, DraftZone } from "./Draft.js";
import { type Fields, fieldsOf, listOf, numberOf, textOf, textsOf } from "./fields.js";
import { MITIGATION_STATUS_OF } from "../statuses.js";
import { NO_BOUNDARY } from "../withZones.js";
import type { Losses } from "./Losses.js";
import type { Shape } from "./shapes.js";
import { markIn, type OwnMark } from "./ownMarks.js";

/** Custom data that an earlier export of ours wrote, without the prefix of its names. */
export const ownIn = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fieldsOf(fields["attributes"])).flatMap(([name, value]) => (name.startsWith("strideml-") ? [[name.slice("strideml-".length), value]] : [])));

const objects = (root: Fields, key: string): Fields[] => listOf(root[key]).map(fieldsOf);
const idOr = (fields: Fields, standIn: string): string => textOf(fields["id"]) ?? textOf(fields["name"]) ?? standIn;

/** The zone that our exporter adds for components that lie in none. */
const isStandIn = (zone: Fields): boolean => ownIn(zone)["boundary"] === NO_BOUNDARY;

/** Trust zones; their rating from 0 to 100 becomes ours from 0 to 5. */
export const zonesIn = (root: Fields): DraftZone[] =>
  objects(root, "trustZones")
    .filter((zone) => !isStandIn(zone))
    .map((zone, index) => {
      const own = ownIn(zone);
      const rating = numberOf(fieldsOf(zone["risk"])["trustRating"]);
      const known = Number(own["trust"] ?? Number.NaN);
      const trust = Number.isInteger(known) && known >= 0 && known <= 5 ? known : rating === undefined ? undefined : Math.min(5, Math.max(0, Math.round(rating / 20)));
      return {
        id: idOr(zone, `zone ${index}`),
        ours: textOf(own["boundary"]),
        name: textOf(zone["name"]),
        parent: textOf(fieldsOf(zone["parent"])["trustZone"]),
        ...(trust !== undefined && { trust }),
      };
    });

/** Where a chain of parents leads: to a zone, or to what is wrong with it. */
interface Lead {
  zone?: string;
  wrong?: string;
}

const step = (component: Fields): { zone: string | undefined; next: string | undefined } => {
  const parent = fieldsOf(component["parent"]);
  return { zone: textOf(parent["trustZone"]), next: textOf(parent["component"]) };
};

/** Follows the parents of a component. What is found holds for everything on the way, so that long chains are walked once. */
const leadOf = (component: Fields, byId: ReadonlyMap<string, Fields>, known: Map<Fields, Lead>): Lead => {
  const trail = new Set<Fields>();
  let lead: Lead = {};
  for (let at: Fields | undefined = component; at;) {
    const before = trail.has(at) ? { wrong: "the components lie in one another in a circle" } : known.get(at);
    if (before) {
      lead = before;
      break;
    }
    trail.add(at);
    const { zone, next } = step(at);
    lead = zone === undefined ? {} : { zone };
    if (zone !== undefined || next === undefined) break;
    at = byId.get(next);
    if (!at) lead = { wrong: `the file has no component ${next.slice(0, 80)}` };
  }
  for (const passed of trail) known.set(passed, lead);
  return lead;
};

/** Components; that one lies in another is kept only as far as the zone goes. */
export const componentsIn = (root: Fields, losses: Losses): DraftComponent[] => {
  const components = objects(root, "components");
  const byId = new Map(components.map((component, index) => [idOr(component, `component ${index}`), component]));
  const known = new Map<Fields, Lead>();
  const standIns = new Set(
    objects(root, "trustZones")
      .filter(isStandIn)
      .map((zone) => textOf(zone["id"])),
  );
  const nested = components.filter((component) => step(component).next !== undefined).length;
  losses.count(nested, "component lying in another", "components lying in others", "our components do not nest; they are side by side in the same trust boundary");
  return components.map((component, index) => {
    const name = textOf(component["name"]);
    const own = ownIn(component);
    const { zone, wrong } = leadOf(component, byId, known);
    if (wrong !== undefined) losses.add(`the trust boundary of "${name ?? ""}"`, wrong);
    return {
      id: idOr(component, `component ${index}`),
      name,
      type: textOf(component["type"]),
      description: textOf(component["description"]),
      zone: zone !== undefined && standIns.has(zone) ? undefined : zone,
      ours: textOf(own["component"]),
      kind: textOf(own["kind"]),
      shape: shapeIn(own),
    };
  });
};

/** Flows, called by their data where they carry some. */
export const flowsIn = (root: Fields): DraftFlow[] => {
  const assets = new Map(objects(root, "assets").map((asset) => [textOf(asset["id"]) ?? "", textOf(asset["name"]) ?? ""]));
  return objects(root, "dataflows").map((flow) => {
    const carried = textsOf(flow["assets"]).flatMap((id) => assets.get(id) || []);
    const data = carried.length > 0 ? carried.slice(0, 20).join(", ") : (textOf(flow["name"]) ?? textOf(flow["description"]));
    return { ours: textOf(ownIn(flow)["flow"]), from: textOf(flow["source"]), to: textOf(flow["destination"]), data, bothWays: flow["bidirectional"] === true };
  });
};

/** Our findings among the threats of components, and the number of other threats. */
export const marksIn = (root: Fields): { marks: OwnMark[]; others: number } => {
  const threats = new Map(objects(root, "threats").map((threat) => [textOf(threat["id"]) ?? "", threat]));
  let others = 0;
  const marks = objects(root, "components").flatMap((component) =>
    objects(component, "threats").flatMap((instance): OwnMark[] => {
      const mark = markIn(ownIn(threats.get(textOf(instance["threat"]) ?? "") ?? {}), "finding", textOf(instance["state"]));
      if (!mark) others++;
      return mark ? [mark] : [];
    }),
  );
  return { marks, others };
};

/** Our mitigations with the state that components give them: the first that differs from what we wrote, if any does. */
export const mitigationMarksIn = (root: Fields): { marks: OwnMark[]; others: number } => {
  const states = new Map<string, string[]>();
  for (const component of objects(root, "components"))
    for (const instance of objects(component, "threats"))
      for (const mitigation of objects(instance, "mitigations")) {
        const id = textOf(mitigation["mitigation"]) ?? "";
        states.set(id, [...(states.get(id) ?? []), textOf(mitigation["state"]) ?? ""]);
      }
  const defined = objects(root, "mitigations");
  const marks = defined.flatMap((mitigation) => {
    const own = ownIn(mitigation);
    const written = MITIGATION_STATUS_OF.otm[String(own["status"]) as keyof typeof MITIGATION_STATUS_OF.otm] as string | undefined;
    const found = states.get(textOf(mitigation["id"]) ?? "") ?? [];
    return markIn(own, "mitigation", found.find((state) => state !== written) ?? found[0]) ?? [];
  });
  return { marks, others: defined.length - marks.length };
};

const SHAPES = new Set<string>(["process", "store", "actor"]);
const shapeIn = (own: Fields): Shape | undefined => (SHAPES.has(String(own["shape"])) ? (own["shape"] as Shape) : undefined);
