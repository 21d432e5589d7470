import type { ThreatModel } from "@strideml/plugin-kit";
import type { Paragraph } from "mdast";
import { dataFlowDiagram } from "../figures/dataFlowDiagram.js";
import type { FigureName } from "../figures/figures.js";
import { riskMatrix } from "../figures/riskMatrix.js";
import { strideBars } from "../figures/strideBars.js";
import { visibleText } from "./visibleText.js";

/** A figure that a template asks for by name. */
export interface Figure {
  name: FigureName;
  /** Says what the figure shows to those who do not see it. */
  alternative: string;
  svg: string;
}

const DRAW = new Map<string, (model: ThreatModel) => string>([
  ["stride", strideBars],
  ["matrix", riskMatrix],
  ["dfd", dataFlowDiagram],
] satisfies [FigureName, unknown][]);

/** A figure drawn, or nothing where none has this name. */
export const drawnFigure = (name: string, model: ThreatModel): string | undefined => DRAW.get(name)?.(model);

/** The figure that a paragraph stands for: one image whose address is `figure:NAME`, and nothing beside it. */
export const figureOf = ({ children: [image, ...rest] }: Paragraph, model: ThreatModel): Figure | undefined => {
  if (image?.type !== "image" || rest.length > 0 || !image.url.startsWith("figure:")) return undefined;
  const name = image.url.slice("figure:".length);
  const svg = drawnFigure(name, model);
  return svg === undefined ? undefined : { name: name as FigureName, alternative: visibleText(image.alt ?? name), svg };
};
