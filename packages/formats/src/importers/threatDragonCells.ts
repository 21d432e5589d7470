import type { Draft } from "./Draft.js";
import { type Box, boxOf, innermost } from "./containment.js";
import { type Fields, fieldsOf, listOf, numberOf, textOf } from "./fields.js";
import type { Shape } from "./shapes.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { markIn, type OwnMark } from "./ownMarks.js";

type Sort = Shape | "flow" | "box" | "curve" | "text";

const SORTS: Readonly<Record<string, Sort>> = {
  "tm.actor": "actor",
  actor: "actor",
  "tm.process": "process",
  process: "process",
  "tm.store": "store",
  store: "store",
  "tm.flow": "flow",
  flow: "flow",
  "tm.boundarybox": "box",
  "trust-boundary-box": "box",
  "tm.boundary": "curve",
  "trust-boundary-curve": "curve",
  "trust-broundary-curve": "curve",
  "tm.text": "text",
  "tm.textblock": "text",
  text: "text",
  "td-text-block": "text",
};

interface Cell {
  id: string;
  sort: Sort;
  cell: Fields;
  data: Fields;
  name?: string;
}

const sortOf = (cell: Fields, data: Fields): Sort | undefined =>
  [textOf(data["type"]), textOf(cell["shape"])]
    .map((word) => (word !== undefined && Object.hasOwn(SORTS, word.toLowerCase()) ? SORTS[word.toLowerCase()] : undefined))
    .find(Boolean);

/** The name in the data; older files keep it in the drawn label only. */
const nameIn = (cell: Fields, data: Fields): string | undefined => {
  const drawn = fieldsOf(fieldsOf(cell["attrs"])["text"])["text"] ?? fieldsOf(cell["attrs"])["label"];
  const label = fieldsOf(fieldsOf(fieldsOf(listOf(cell["labels"])[0])["attrs"])["label"])["text"];
  return textOf(data["name"]) ?? textOf(drawn) ?? textOf(label);
};

const cellsOf = (diagram: Fields, losses: Losses): Cell[] =>
  listOf(diagram["cells"]).flatMap((value, index): Cell[] => {
    const cell = fieldsOf(value);
    const data = fieldsOf(cell["data"]);
    const sort = sortOf(cell, data);
    const name = nameIn(cell, data);
    if (sort !== undefined) return [{ id: textOf(cell["id"]) ?? `cell ${index}`, sort, cell, data, name }];
    losses.add(
      `the element "${name ?? textOf(cell["id"]) ?? `number ${index + 1}`}"`,
      `its type ${textOf(data["type"]) ?? textOf(cell["shape"]) ?? "is missing and"} is none that Threat Dragon has`,
    );
    return [];
  });

const boxIn = ({ cell }: Cell): Box | undefined => {
  const [position, size] = [fieldsOf(cell["position"]), fieldsOf(cell["size"])];
  return boxOf(position["x"], position["y"], size["width"], size["height"]);
};

/** Threats that an earlier export of ours wrote, and the number of others. */
const marksIn = ({ data }: Cell): { marks: OwnMark[]; others: number } => {
  const threats = listOf(data["threats"]).map(fieldsOf);
  const marks = threats.flatMap((threat): OwnMark[] => {
    const mark = markIn(fieldsOf(threat["strideml"]), "finding", textOf(threat["status"]));
    return mark ? [mark] : [];
  });
  return { marks, others: threats.length - marks.length };
};

/** What an earlier export of ours wrote beside an element. */
const ownOf = (data: Fields, key: "component" | "flow" | "boundary"): string | undefined => textOf(fieldsOf(data["strideml"])[key]);

const outside = ({ data, name, id }: Cell, losses: Losses): void => {
  if (data["outOfScope"] === true) losses.add(`that "${name ?? id}" is out of scope`, "a system file has no such mark; take the component out if it does not belong");
};

const trustIn = (data: Fields): number | undefined => {
  const trust = numberOf(fieldsOf(data["strideml"])["trust"]);
  return trust !== undefined && Number.isInteger(trust) && trust >= 0 && trust <= 5 ? trust : undefined;
};

const NODE = new Set<Sort>(["actor", "process", "store"]);

/** Reads one diagram into a draft. Returns the marks of our findings and the number of other threats. */
export const readDiagram = (diagram: Fields, number: number, draft: Draft, losses: Losses): { marks: OwnMark[]; others: number } => {
  const cells = cellsOf(diagram, losses);
  const boxes = cells.flatMap((cell) => {
    const box = cell.sort === "box" ? boxIn(cell) : undefined;
    return box ? [{ id: cell.id, box }] : [];
  });
  const near = boxes.slice(0, LIMITS.boundaries);
  const result: { marks: OwnMark[]; others: number } = { marks: [], others: 0 };
  for (const cell of cells) {
    const { id, name, sort, data } = cell;
    const box = boxIn(cell);
    const { marks, others } = marksIn(cell);
    result.marks.push(...marks);
    result.others += others;
    if (sort === "box") draft.zones.push({ id, name, parent: box && innermost(box, near, id), diagram: number, ours: ownOf(data, "boundary"), trust: trustIn(data) });
    if (sort === "curve") losses.add(`the trust boundary "${name ?? "without a name"}"`, "it is drawn as a line, which has no inside that a component could lie in");
    if (sort === "text") losses.add(`the remark "${name ?? ""}"`, "a system file has no place for it");
    if (sort === "flow")
      draft.flows.push({ ours: ownOf(data, "flow"), from: endOf(cell, "source"), to: endOf(cell, "target"), data: name, bothWays: data["isBidirectional"] === true });
    if (!NODE.has(sort)) continue;
    outside(cell, losses);
    draft.components.push({
      id,
      name,
      shape: sort as Shape,
      description: textOf(data["description"]),
      zone: box && innermost(box, near),
      diagram: number,
      ours: ownOf(data, "component"),
      kind: textOf(fieldsOf(data["strideml"])["kind"]),
    });
  }
  return result;
};

const endOf = ({ cell }: Cell, end: "source" | "target"): string | undefined => textOf(fieldsOf(cell[end])["cell"]);
