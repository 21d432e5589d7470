import type { Architecture, Component } from "@strideml/plugin-kit";

const LONGEST = 200;

/** Text inside quotes in Mermaid: its own entities for whatever could end the quotes or start markup. */
const quoted = (text: string): string => {
  const characters = Array.from(text);
  const kept = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), "…"] : characters;
  return `"${kept.join("").replace(/[^\p{L}\p{N} .,;:()/'+-]/gu, (char) => (/\s|\p{Cc}/u.test(char) ? " " : `#${char.codePointAt(0)};`))}"`;
};

const SHAPES: Record<Component["shape"], [string, string]> = { process: ["(", ")"], store: ["[(", ")]"], actor: ["[", "]"] };

/** Mermaid reads some words as syntax, so nodes get names of their own. */
const nodeNames = (components: readonly Component[]) => new Map(components.map((component, index) => [component.id, `c${index}`]));

/** The data-flow diagram as Mermaid text, with trust boundaries as subgraphs and flows by number. Stores, processes and actors differ in shape. */
export const mermaid = ({ components, flows, boundaries }: Architecture): string => {
  const names = nodeNames(components);
  const node = (component: Component, indent: string) => {
    const [open, close] = SHAPES[component.shape];
    return `${indent}${names.get(component.id)}${open}${quoted(component.title)}${close}`;
  };
  const zones = boundaries.flatMap((boundary, index) => {
    const inside = components.filter((component) => component.zone === boundary.id);
    return inside.length === 0 ? [] : [`  subgraph z${index}[${quoted(boundary.title)}]`, ...inside.map((component) => node(component, "    ")), "  end"];
  });
  const known = new Set(boundaries.map((boundary) => boundary.id));
  const loose = components.filter((component) => component.zone === undefined || !known.has(component.zone)).map((component) => node(component, "  "));
  const arrows = flows.map((flow, index) => `  ${names.get(flow.from)} -->|${quoted(`${index + 1} ${flow.data}`)}| ${names.get(flow.to)}`);
  return ["flowchart LR", ...zones, ...loose, ...arrows].join("\n");
};
