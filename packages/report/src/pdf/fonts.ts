import roboto from "pdfmake/build/vfs_fonts.js";
import { decodeBase64 } from "./decodeBase64.js";
import { lettersOf } from "./lettersOf.js";

/** Names of our own: pdfmake must not find a font by itself, or else it would not ask for it. */
const FILES: Record<string, string> = {
  "report regular": "Roboto-Regular.ttf",
  "report bold": "Roboto-Medium.ttf",
  "report italic": "Roboto-Italic.ttf",
  "report bold italic": "Roboto-MediumItalic.ttf",
};
const REGULAR = "report regular";

/** Roboto comes with pdfmake, under the SIL Open Font License 1.1. */
export const FONTS = { Roboto: { normal: REGULAR, bold: "report bold", italics: "report italic", bolditalics: "report bold italic" } };

/** All files of the fonts by their names, decoded when they are first asked for. */
export const fontFiles = (() => {
  let files: ReadonlyMap<string, Uint8Array> | undefined;
  return (): ReadonlyMap<string, Uint8Array> => (files ??= new Map(Object.entries(FILES).map(([name, file]) => [name, decodeBase64(roboto[file]!)])));
})();

/** Letters that every face of the font has. */
export const letters = (() => {
  let known: ReadonlySet<number> | undefined;
  return (): ReadonlySet<number> => (known ??= lettersOf(fontFiles().get(REGULAR)!));
})();
