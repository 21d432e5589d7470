import type { ThreatModel } from "@strideml/plugin-kit";
import { base64Of } from "../base64Of.js";
import { standaloneSvg } from "@strideml/diagram/svg";
import { plainCut } from "./plain.js";

const LONGEST_TEXT = 100_000;
const LONGEST_IMAGE = 1_000_000;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Components by name, shape and boundary, as a Markdown list. */
export const architectureOf = ({ architecture }: ThreatModel) => {
  const zones = new Map(architecture.boundaries.map(({ id, title }) => [id, title]));
  const lines = architecture.components.map(({ title, shape, zone, description }) => {
    const place = zone === undefined ? "" : `, ${zones.get(zone) ?? zone}`;
    return oneLine(`- **${title}** (${shape}${place}): ${description}`);
  });
  return { description: plainCut(lines.join("\n"), LONGEST_TEXT) };
};

/** Flows as a Markdown list, with the diagram as an image where it is not too large. */
export const dataflowOf = (model: ThreatModel) => {
  const titles = new Map(model.architecture.components.map(({ id, title }) => [id, title]));
  const lines = model.architecture.flows.map(({ from, to, data }) => oneLine(`- ${titles.get(from) ?? from} → ${titles.get(to) ?? to}: ${data}`));
  const image = `data:image/svg+xml;base64,${base64Of(standaloneSvg(model))}`;
  const fits = image.length <= LONGEST_IMAGE;
  if (!fits) lines.unshift("The diagram is too large for this file.\n");
  return { description: plainCut(lines.join("\n"), LONGEST_TEXT), ...(fits && { image }) };
};
