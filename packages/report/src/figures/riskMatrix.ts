import { type ThreatModel, riskOf, toScore } from "@strideml/plugin-kit";

const CELL = 64;
const LEFT = 96;
const TOP = 12;

/** How many findings stand in each cell, `[likelihood - 1][impact - 1]`, both rounded to whole points. */
export const countCells = (threats: ThreatModel["threats"]): number[][] => {
  const cells = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  for (const { likelihood, impact } of threats) cells[Math.round(likelihood) - 1]![Math.round(impact) - 1]! += 1;
  return cells;
};

/** Likelihood against impact, with the number of findings in each cell. */
export const riskMatrix = ({ threats, bands }: Pick<ThreatModel, "threats" | "bands">): string => {
  const cells = countCells(threats);
  const squares = cells.flatMap((row, l) =>
    row.map((count, i) => {
      const [x, y] = [LEFT + i * CELL, TOP + (4 - l) * CELL];
      const number = count === 0 ? "" : `<text class="count" x="${x + CELL / 2}" y="${y + CELL / 2 + 6}" text-anchor="middle">${count}</text>`;
      return `<rect class="cell ${toScore(riskOf(l + 1, i + 1), bands).severity}${count === 0 ? " empty" : ""}" x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}" rx="4"/>${number}`;
    }),
  );
  const bottom = TOP + 5 * CELL;
  const ticks = [1, 2, 3, 4, 5].map(
    (n) =>
      `<text class="tick" x="${LEFT + (n - 0.5) * CELL}" y="${bottom + 18}" text-anchor="middle">${n}</text><text class="tick" x="${LEFT - 12}" y="${TOP + (5.5 - n) * CELL + 4}" text-anchor="end">${n}</text>`,
  );
  const description = cells.flatMap((row, l) => row.flatMap((count, i) => (count === 0 ? [] : [`${count} at likelihood ${l + 1}, impact ${i + 1}`]))).join("; ");
  return `<svg class="figure matrix" role="img" viewBox="0 0 ${LEFT + 5 * CELL + 12} ${bottom + 44}" xmlns="http://www.w3.org/2000/svg"><title>Likelihood and impact of the findings</title><desc>${description}</desc>${squares.join("")}${ticks.join("")}<text class="axis" x="${LEFT + 2.5 * CELL}" y="${bottom + 38}" text-anchor="middle">Impact</text><text class="axis" x="20" y="${TOP + 2.5 * CELL}" text-anchor="middle" transform="rotate(-90 20 ${TOP + 2.5 * CELL})">Likelihood</text></svg>`;
};
