import { KIND_WORDS } from "./kinds.js";
import { FALLBACK_KIND, SHAPE_WORDS, type Shape } from "./shapes.js";
import { searchable, wordIn } from "./words.js";

const KINDS = new Set(KIND_WORDS.map((entry) => entry.kind));

/** Our own kinds as our exporters write them into a type: `ml-inference-service`, `vector-store-database`. */
const ownKind = (type: string): string | undefined => {
  const plain = type.trim().toLowerCase();
  return [plain, plain.replace(/^ml-/u, ""), plain.replace(/-(?:service|database|actor)$/u, ""), plain.replace(/^ml-/u, "").replace(/-(?:service|database|actor)$/u, "")].find(
    (candidate) => KINDS.has(candidate),
  );
};

const byWords = (text: string, shape: Shape | undefined): string | undefined => {
  const searched = searchable(text);
  return KIND_WORDS.find((entry) => (!entry.shapes || !shape || entry.shapes.includes(shape)) && wordIn(searched, entry.words))?.kind;
};

const shapeByWords = (text: string): Shape => {
  const searched = searchable(text);
  return SHAPE_WORDS.find((entry) => wordIn(searched, entry.words))?.shape ?? "process";
};

/** What a format tells about an element. */
export interface Described {
  name?: string;
  type?: string;
  /** As drawn, where the format says. */
  shape?: Shape;
  /** Ids of the element; in files that we wrote they often are the kind. */
  ids?: readonly (string | undefined)[];
}

/**
 * Our kind for an element of another tool.
 * @returns `named` is false where the kind only follows from the shape
 */
export const kindOf = ({ name = "", type, shape, ids = [] }: Described): { kind: string; shape: Shape; named: boolean } => {
  const drawn = shape ?? shapeByWords(`${name} ${type ?? ""}`);
  const own = [type, ...ids].map((id) => (id === undefined ? undefined : ownKind(id))).find((kind) => kind !== undefined);
  const found = own ?? byWords(name, drawn) ?? (type === undefined ? undefined : byWords(type, drawn));
  return { kind: found ?? FALLBACK_KIND[drawn], shape: drawn, named: found !== undefined };
};
