import type { Finding } from "@strideml/plugin-kit";
import { escapeXml } from "./escapeXml.js";
import { findingsInWords } from "./findingsInWords.js";
import { type Layout, NODE } from "./layOut.js";
import type { Band, Paint } from "./paint.js";

const LINE = 20;

/** Breaks a title into at most three lines of about twenty characters. */
const wrap = (title: string): string[] => {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LINE + 4 ? `${word.slice(0, LINE + 3)}…` : word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
};

/** A store has lines above and below only. */
const outline = ({ component, x, y }: Layout["nodes"][number], band: Band, paint: Paint): string => {
  const box = `x="${x - NODE.width / 2}" y="${y - NODE.height / 2}" width="${NODE.width}" height="${NODE.height}"`;
  if (component.shape !== "store") return `<rect ${paint("node fill", band)} ${box} rx="${component.shape === "process" ? 18 : 0}"/>`;
  const [left, right, top, bottom] = [x - NODE.width / 2, x + NODE.width / 2, y - NODE.height / 2, y + NODE.height / 2];
  return `<rect ${paint("ground", band)} ${box} stroke="none"/><path ${paint("node", band)} fill="none" d="M${left} ${top}H${right}M${left} ${bottom}H${right}"/>`;
};

const badgeOf = (count: number, band: Band, x: number, y: number, paint: Paint): string =>
  count === 0
    ? ""
    : `<g><circle ${paint("badge", band)} cx="${x + NODE.width / 2 - 4}" cy="${y - NODE.height / 2 + 4}" r="11"/><text ${paint("badge-text")} x="${x + NODE.width / 2 - 4}" y="${y - NODE.height / 2 + 8}" text-anchor="middle">${count}</text></g>`;

/** One component: its shape in the colour of its worst finding, its title, and the number of its findings. Findings come highest first. */
export const drawNode = (node: Layout["nodes"][number], findings: readonly Finding[], paint: Paint): string => {
  const { component, x, y } = node;
  const band = findings[0]?.severity ?? "none";
  const lines = wrap(component.title);
  const text = lines.map((line, index) => `<tspan x="${x}" y="${y + 4 + (index - (lines.length - 1) / 2) * 14}">${escapeXml(line)}</tspan>`).join("");
  const title = `${component.title}: ${findingsInWords(findings)}`;
  return `<g data-component="${escapeXml(component.id)}"><title>${escapeXml(title)}</title>${outline(node, band, paint)}<text ${paint("node-text")} text-anchor="middle">${text}</text>${badgeOf(findings.length, band, x, y, paint)}</g>`;
};
