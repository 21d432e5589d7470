import { oneLine } from "../common/safeText.js";

/**
 * Text as part of a SARIF message: brackets would make a link of it and braces a placeholder.
 * Source: SARIF 2.1.0, sections 3.11.5 (placeholders) and 3.11.6 (embedded links).
 */
export const sarifMessage = (text: string, most?: number): string =>
  oneLine(text, most)
    .replaceAll(/[\\[\]]/g, String.raw`\$&`)
    .replaceAll(/[{}]/g, "$&$&");
