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

/** The zone that a component lies in, through the components that it lies in. */
const zoneOf = (component: Fields, byId: ReadonlyMap<string, Fields>, losses: Losses): string | undefined => {
  const seen = new Set<Fields>();
  for (let at: Fields | undefined = component; at;) {
    if (seen.has(at)) {
      losses.add(`the parent of "${textOf(component["name"]) ?? ""}"`, "the components lie in one another in a circle");
      return undefined;
    }
    seen.add(at);
    const parent = fieldsOf(at["parent"]);
    const zone = textOf(parent["trustZone"]);
    const next = textOf(parent["component"]);
    if (zone !== undefined || next === undefined) return zone;
    at = byId.get(next);
    if (!at) losses.add(`the parent ${next} of "${textOf(component["name"]) ?? ""}"`, "the file has no component with that id");
  }
  return undefined;
};

/** Components; that one lies in another is kept only as far as the zone goes. */
export const componentsIn = (root: Fields, losses: Losses): DraftComponent[] => {
  const components = objects(root, "components").slice(0, 20_000);
  const byId = new Map(components.map((component, index) => [idOr(component, `component ${index}`), component]));
  losses.count(
    components.filter((component) => textOf(fieldsOf(component["parent"])["component"]) !== undefined).length,
    "component lying in another",
    "components lying in others",
    "our components do not nest; they are side by side in the same trust boundary",
  );
  return components.map((component, index) => ({
    id: idOr(component, `component ${index}`),
    name: textOf(component["name"]),
    type: textOf(component["type"]),
    description: textOf(component["description"]),
    zone: zoneOf(component, byId, losses),
  }));
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
