import { type Box, boxOf, innermost } from "./containment.js";
import type { Draft } from "./Draft.js";
import { type Fields, fieldsOf, listOf } from "./fields.js";
import type { Shape } from "./shapes.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { xmlText } from "./xmlText.js";

const SHAPES: Readonly<Record<string, Shape>> = { StencilEllipse: "process", StencilRectangle: "actor", StencilParallelLines: "store" };

interface Item {
  id: string;
  sort: string;
  value: Fields;
  name?: string;
  /** What the template calls this sort of element. */
  type?: string;
  outOfScope: boolean;
}

const itemsIn = (list: unknown, standIn: string): Item[] =>
  listOf(fieldsOf(list)["KeyValueOfguidanyType"]).map((entry, index) => {
    const value = fieldsOf(fieldsOf(entry)["Value"]);
    const properties = listOf(fieldsOf(value["Properties"])["anyType"]).map(fieldsOf);
    const named = (title: string) => xmlText(properties.find((property) => xmlText(property["DisplayName"]) === title)?.["Value"]);
    const id = xmlText(value["Guid"]) ?? xmlText(fieldsOf(entry)["Key"]) ?? `${standIn} ${index}`;
    return { id, sort: xmlText(value["@type"]) ?? "", value, name: named("Name"), type: xmlText(properties[0]?.["DisplayName"]), outOfScope: named("Out Of Scope") === "true" };
  });

const boxIn = ({ value }: Item): Box | undefined => boxOf(xmlText(value["Left"]), xmlText(value["Top"]), xmlText(value["Width"]), xmlText(value["Height"]));

const line = (item: Item, draft: Draft, losses: Losses): void => {
  const { sort, value, name, type } = item;
  if (sort === "Connector") draft.flows.push({ from: xmlText(value["SourceGuid"]), to: xmlText(value["TargetGuid"]), data: name ?? type });
  else if (sort === "LineBoundary")
    losses.add(`the trust boundary "${name ?? type ?? "without a name"}"`, "it is drawn as a line, which has no inside that a component could lie in");
  else unknown(item, losses);
};

const unknown = ({ name, id, sort }: Item, losses: Losses): void => losses.add(`the element "${name ?? id}"`, `its type ${sort || "is missing and"} is none that is known`);

/** Reads one diagram into a draft. */
export const readSurface = (surface: Fields, diagram: number, draft: Draft, losses: Losses): void => {
  const items = itemsIn(surface["Borders"], "element");
  const boxes = items.flatMap((item) => {
    const box = item.sort === "BorderBoundary" ? boxIn(item) : undefined;
    return box ? [{ id: item.id, box }] : [];
  });
  const near = boxes.slice(0, LIMITS.boundaries);
  for (const item of items) {
    const { id, name, type, sort } = item;
    const box = boxIn(item);
    if (sort === "BorderBoundary") draft.zones.push({ id, name: name ?? type, parent: box && innermost(box, near, id), diagram });
    else if (Object.hasOwn(SHAPES, sort)) {
      draft.components.push({ id, name, type, shape: SHAPES[sort], zone: box && innermost(box, near), diagram });
      if (item.outOfScope) losses.add(`that "${name ?? type ?? id}" is out of scope`, "a system file has no such mark; take the component out if it does not belong");
    } else unknown(item, losses);
  }
  for (const item of itemsIn(surface["Lines"], "line")) line(item, draft, losses);
};
