import type { Severity } from "@strideml/plugin-kit";

/** The light colours of a page (src/html/style.ts), for documents that know no style sheets. */
export const PALETTE = { ink: "#1c2430", quiet: "#5a6675", line: "#d9dee5", soft: "#f4f6f9", accent: "#1f5fbf", on: "#ffffff" } as const;

export const BAND_COLORS: Record<Severity, string> = { critical: "#9b1c31", high: "#c4570c", medium: "#9a7a00", low: "#3f6f52" };

const BAND = /^(?:\d+ )?(Critical|High|Medium|Low)$/;

/** The colour of a table cell that says nothing but a band, alone or with a number before it. */
export const bandColor = (text: string): string | undefined => {
  const band = BAND.exec(text)?.[1]?.toLowerCase() as Severity | undefined;
  return band && BAND_COLORS[band];
};
