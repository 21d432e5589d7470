import type { ThreatModel } from "@strideml/plugin-kit";
import { FIGURES, type FigureName, markdownFigure } from "./figures/figures.js";

const FIGURE_LINE = /^!\[[^\]\n]*\]\(figure:([a-z-]+)\)$/gm;

const isFigure = (name: string): name is FigureName => (FIGURES as readonly string[]).includes(name);

/** Markdown as a file: figures that stand alone on a line become tables or Mermaid text. */
export const toMarkdown = (rendered: string, model: ThreatModel): string =>
  rendered.replace(FIGURE_LINE, (line, name: string) => (isFigure(name) ? markdownFigure(name, model) : line));
