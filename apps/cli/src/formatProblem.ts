import { plain } from "./plain.js";
import type { PlacedProblem } from "@strideml/plugin-kit";

const dotted = (path: PlacedProblem["path"]) => path.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`)).join("");

/** `system.yaml:4:14: profile.modelType: unknown value gpt; expected one of …; did you mean …?` */
export const formatProblem = ({ file, line, column, path, message, expected, hint, source }: PlacedProblem): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const head = [place, source, dotted(path)].filter(Boolean).join(": ");
  const tail = [message, expected && `expected ${expected}`, hint].filter(Boolean).join("; ");
  return plain(head ? `${head}: ${tail}` : tail);
};
