import type { Component, Finding } from "@strideml/plugin-kit";
import { escapeXml } from "./escapeXml.js";
import { findingsInWords } from "./findingsInWords.js";
import { clip } from "./clip.js";
import type { Box } from "./layOut.js";
import type { Band, Paint } from "./paint.js";

const LINE = 20;
/** Longest text that a tooltip keeps whole, in characters. */
export const TOOLTIP = 500;

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
const outline = (shape: Component["shape"], { x, y, width, height }: Box, band: Band, paint: Paint): string => {
  const box = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  if (shape !== "store") return `<rect ${paint("node fill", band)} ${box} rx="${shape === "process" ? 18 : 0}"/>`;
  const right = x + width;
  return `<rect ${paint("ground")} ${box}/><path ${paint("node", band)} fill="none" d="M${x} ${y}H${right}M${x} ${y + height}H${right}"/>`;
};

const badgeOf = (count: number, band: Band, { x, y, width }: Box, paint: Paint): string => {
  const centre = x + width - 4;
  return count === 0
    ? ""
    : `<g><circle ${paint("badge", band)} cx="${centre}" cy="${y + 4}" r="11"/><text ${paint("badge-text")} x="${centre}" y="${y + 8}" text-anchor="middle">${count}</text></g>`;
};

/** One component: its shape in the colour of its worst finding, its title, and the number of its findings. Findings come highest first. */
export const drawNode = (component: Component, box: Box, findings: readonly Finding[], paint: Paint): string => {
  const band = findings[0]?.severity ?? "none";
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const lines = wrap(component.title);
  const text = lines.map((line, index) => `<tspan x="${x}" y="${y + 4 + (index - (lines.length - 1) / 2) * 14}">${escapeXml(line)}</tspan>`).join("");
  const title = `${clip(component.title, TOOLTIP)}: ${findingsInWords(findings)}`;
  return `<g data-component="${escapeXml(component.id)}"><title>${escapeXml(title)}</title>${outline(component.shape, box, band, paint)}<text ${paint("node-text")} text-anchor="middle">${text}</text>${badgeOf(findings.length, band, box, paint)}</g>`;
};
