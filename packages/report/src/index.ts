export { escapeMarkdown } from "./escapeMarkdown.js";
export { escapeXml } from "./escapeXml.js";
export { FIGURES, type FigureName, markdownFigure } from "./figures/figures.js";
export { mermaid } from "./figures/mermaid.js";
export { BUILT_IN_TEMPLATES, type CompiledTemplate, renderTemplate } from "./renderTemplate.js";
export { toMarkdown } from "./toMarkdown.js";
export { noticesOf, toView, type ViewKnowledge } from "./view/toView.js";
export type * from "./view/View.js";
export * from "./words.js";
