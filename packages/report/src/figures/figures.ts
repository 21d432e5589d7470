import { type ThreatModel, STRIDE_TITLES } from "@strideml/plugin-kit";
import { mermaid } from "@strideml/diagram";
import { countCells } from "./riskMatrix.js";

/** Figures that a template can name as `figure:NAME`. */
export const FIGURES = ["stride", "matrix", "dfd"] as const;
export type FigureName = (typeof FIGURES)[number];

const FULL_BAR = 10;

const bars = ({ categories }: ThreatModel): string =>
  [
    "| Category | Score | |",
    "| :-- | --: | :-- |",
    ...categories.map(({ stride, score, findings }) =>
      findings === 0 ? `| ${STRIDE_TITLES[stride]} | – | no findings |` : `| ${STRIDE_TITLES[stride]} | ${score} | ${"█".repeat(score)}${"░".repeat(FULL_BAR - score)} |`,
    ),
  ].join("\n");

const cells = ({ threats }: ThreatModel): string =>
  [
    "| Likelihood ↓ Impact → | 1 | 2 | 3 | 4 | 5 |",
    "| --: | :-: | :-: | :-: | :-: | :-: |",
    ...countCells(threats)
      .map((row, index) => `| ${index + 1} | ${row.map((count) => (count === 0 ? "·" : String(count))).join(" | ")} |`)
      .toReversed(),
  ].join("\n");

/** A figure as Markdown can carry it: a table, or Mermaid text that GitHub and GitLab draw. */
export const markdownFigure = (name: FigureName, model: ThreatModel): string => {
  switch (name) {
    case "stride":
      return bars(model);
    case "matrix":
      return cells(model);
    case "dfd":
      return `\`\`\`mermaid\n${mermaid(model.architecture)}\n\`\`\``;
    default:
      return name satisfies never;
  }
};
