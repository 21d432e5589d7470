import { type ThreatModel, STRIDE_TITLES } from "@strideml/plugin-kit";
import { escapeXml } from "@strideml/diagram";

const ROW = 34;
const LABEL = 190;
const UNIT = 40;
const WIDTH = LABEL + 10 * UNIT + 70;

/** Six category scores as bars, the residual score as the solid part; lines show where the bands begin. */
export const strideBars = ({ categories, residual, bands }: Pick<ThreatModel, "categories" | "residual" | "bands">): string => {
  const rows = categories.map(({ stride, score, severity, findings }, index) => {
    const y = 24 + index * ROW;
    const left = findings === 0 ? 0 : residual.categories[index]!.score;
    const text = findings === 0 ? "no findings" : left === score ? `${score}` : `${score}, residual ${left}`;
    return `<g><text class="label" x="${LABEL - 12}" y="${y + 15}" text-anchor="end">${escapeXml(STRIDE_TITLES[stride])}</text>
<rect class="bar faint ${severity}" x="${LABEL}" y="${y}" width="${findings === 0 ? 0 : score * UNIT}" height="20" rx="3"/><rect class="bar ${severity}" x="${LABEL}" y="${y}" width="${left * UNIT}" height="20" rx="3"/>
<text class="value" x="${LABEL + (findings === 0 ? 0 : score * UNIT) + 8}" y="${y + 15}">${text}</text></g>`;
  });
  const grid = Object.entries(bands)
    .map(([band, at]) => [band, LABEL + at * UNIT] as const)
    .map(([band, x]) => `<line class="grid" x1="${x}" x2="${x}" y1="16" y2="${24 + 6 * ROW}"/><text class="tick" x="${x}" y="11" text-anchor="middle">${band}</text>`)
    .join("");
  const description = categories.map(({ stride, score, severity, findings }) => `${STRIDE_TITLES[stride]} ${findings === 0 ? "no findings" : `${score} (${severity})`}`).join("; ");
  return `<svg class="figure stride" role="img" viewBox="0 0 ${WIDTH} ${30 + 6 * ROW}" xmlns="http://www.w3.org/2000/svg"><title>Scores by STRIDE category</title><desc>${escapeXml(description)}</desc>${grid}${rows.join("")}</svg>`;
};
