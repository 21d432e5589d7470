import type { Nodes } from "mdast";
import { visibleText } from "./visibleText.js";

const read = (node: Nodes): string => {
  if (node.type === "break") return " ";
  if (node.type === "image") return node.alt ?? "";
  if ("children" in node) return node.children.map(read).join("");
  return "value" in node ? node.value : "";
};

/** The words of a node without their marks. */
export const plainText = (node: Nodes): string => visibleText(read(node)).trim();
