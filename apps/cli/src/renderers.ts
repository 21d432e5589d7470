import type { Renderers } from "@strideml/report";

/** Renderers are bundled apart from the command line and loaded when a format asks for them. */
export const renderers: Renderers = {
  html: async () => (await import("./lazy/toHtml.js")).toHtml,
  docx: async () => (await import("./lazy/toDocx.js")).toDocx,
  pdf: async () => (await import("./lazy/toPdf.js")).toPdf,
};
