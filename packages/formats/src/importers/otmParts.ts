import type { DraftComponent, DraftFlow, DraftZone } from "./Draft.js";
import { type Fields, fieldsOf, listOf, numberOf, textOf, textsOf } from "./fields.js";
import type { Losses } from "./Losses.js";
import { type OwnMark, markInValue } from "./ownMarks.js";

const objects = (root: Fields, key: string): Fields[] => listOf(root[key]).map(fieldsOf);
const idOr = (fields: Fields, standIn: string): string => textOf(fields["id"]) ?? textOf(fields["name"]) ?? standIn;

/** Trust zones; their rating from 0 to 100 becomes ours from 0 to 5. */
export const zonesIn = (root: Fields): DraftZone[] =>
  objects(root, "trustZones").map((zone, index) => {
    const rating = numberOf(fieldsOf(zone["risk"])["trustRating"]);
    const trust = rating === undefined ? undefined : Math.min(5, Math.max(0, Math.round(rating / 20)));
    return { id: idOr(zone, `zone ${index}`), name: textOf(zone["name"]), parent: textOf(fieldsOf(zone["parent"])["trustZone"]), ...(trust !== undefined && { trust }) };
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
  const nested = components.filter((component) => step(component).next !== undefined).length;
  losses.count(nested, "component lying in another", "components lying in others", "our components do not nest; they are side by side in the same trust boundary");
  return components.map((component, index) => {
    const name = textOf(component["name"]);
    const { zone, wrong } = leadOf(component, byId, known);
    if (wrong !== undefined) losses.add(`the trust boundary of "${name ?? ""}"`, wrong);
    return { id: idOr(component, `component ${index}`), name, type: textOf(component["type"]), description: textOf(component["description"]), zone };
  });
};

/** Flows, called by their data where they carry some. */
export const flowsIn = (root: Fields): DraftFlow[] => {
  const assets = new Map(objects(root, "assets").map((asset) => [textOf(asset["id"]) ?? "", textOf(asset["name"]) ?? ""]));
  return objects(root, "dataflows").map((flow) => {
    const carried = textsOf(flow["assets"]).flatMap((id) => assets.get(id) || []);
    const data = carried.length > 0 ? carried.slice(0, 20).join(", ") : (textOf(flow["name"]) ?? textOf(flow["description"]));
    return { from: textOf(flow["source"]), to: textOf(flow["destination"]), data, bothWays: flow["bidirectional"] === true };
  });
};

/** Our findings among the threats of components, and the number of other threats. */
export const marksIn = (root: Fields): { marks: OwnMark[]; others: number } => {
  const threats = new Map(objects(root, "threats").map((threat) => [textOf(threat["id"]) ?? "", threat]));
  let others = 0;
  const marks = objects(root, "components").flatMap((component) =>
    objects(component, "threats").flatMap((instance): OwnMark[] => {
      const defined = fieldsOf(threats.get(textOf(instance["threat"]) ?? "")?.["attributes"]);
      const mark = markInValue(fieldsOf(instance["attributes"])["strideml"]) ?? markInValue(defined["strideml"]);
      if (!mark) others++;
      // A threat that is defined once for several components names no component; the instance does.
      const finding = mark?.finding.includes("@") === false ? `${mark.finding}@${textOf(component["id"]) ?? ""}` : mark?.finding;
      return mark && finding !== undefined ? [{ ...mark, finding, status: mark.status ?? textOf(instance["state"]) }] : [];
    }),
  );
  return { marks, others };
};
