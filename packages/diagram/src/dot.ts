import { type Component, type Finding, type ThreatModel, withoutUnseen } from "@strideml/plugin-kit";
import { findingsInWords } from "./findingsInWords.js";
import { BAND_COLOURS } from "./paint.js";

const LONGEST = 200;

/**
 * A string in double quotes that Graphviz shows as it is: it reads backslashes and entities inside quotes.
 * Source: Graphviz, "The DOT Language" and attribute type escString.
 */
const quoted = (...lines: readonly string[]): string => {
  const escaped = lines.map((line) => {
    const characters = Array.from(withoutUnseen(line.replace(/\s+/gu, " ")));
    const kept = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), "…"] : characters;
    return kept.join("").replaceAll("&", "&amp;").replace(/[\\"]/g, "\\$&");
  });
  return `"${escaped.join("\\n")}"`;
};

const SHAPES: Record<Component["shape"], string> = { process: `shape=box style="rounded,filled"`, store: `shape=cylinder style=filled`, actor: `shape=box style=filled` };

const nodeLine = (name: string, component: Component, findings: readonly Finding[], indent: string): string => {
  const colour = BAND_COLOURS[findings[0]?.severity ?? "none"];
  return `${indent}${name} [label=${quoted(component.title, findingsInWords(findings))} ${SHAPES[component.shape]} color="${colour}"];`;
};

const HEAD = [
  "  rankdir=TB;",
  `  graph [fontname="Liberation Sans,Arial" fontsize=11];`,
  `  node [fontname="Liberation Sans,Arial" fontsize=11 fillcolor="#f4f6f9"];`,
  `  edge [fontname="Liberation Sans,Arial" fontsize=9 color="#5a6675"];`,
];

/** The data-flow diagram for Graphviz: trust boundaries are clusters; shapes and colours are those of the drawing. */
export const dot = ({ system, architecture, threats }: Pick<ThreatModel, "system" | "architecture" | "threats">): string => {
  const { components, flows, boundaries } = architecture;
  const names = new Map(components.map(({ id }, index) => [id, `c${index}`]));
  const lineOf = (component: Component, indent: string) =>
    nodeLine(
      names.get(component.id)!,
      component,
      threats.filter((finding) => finding.component === component.id),
      indent,
    );
  const clusters = boundaries.flatMap(({ id, title }, index) => {
    const inside = components.filter(({ zone }) => zone === id);
    return inside.length === 0
      ? []
      : [`  subgraph cluster_${index} {`, `    label=${quoted(title)}; style=dashed; color="#5a6675";`, ...inside.map((component) => lineOf(component, "    ")), "  }"];
  });
  const known = new Set(boundaries.map(({ id }) => id));
  const loose = components.filter(({ zone }) => zone === undefined || !known.has(zone)).map((component) => lineOf(component, "  "));
  const arrows = flows.map(({ from, to, data }) => `  ${names.get(from)} -> ${names.get(to)} [label=${quoted(data)}];`);
  return [`digraph ${quoted(system.name)} {`, ...HEAD, `  label=${quoted(system.name)};`, ...clusters, ...loose, ...arrows, "}", ""].join("\n");
};
