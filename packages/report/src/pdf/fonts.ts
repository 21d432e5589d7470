import roboto from "pdfmake/build/vfs_fonts.js";
import { decodeBase64 } from "./decodeBase64.js";
import { lettersOf } from "./lettersOf.js";

/** Roboto comes with pdfmake, under the SIL Open Font License 1.1. */
export const FONTS = {
  Roboto: { normal: "Roboto-Regular.ttf", bold: "Roboto-Medium.ttf", italics: "Roboto-Italic.ttf", bolditalics: "Roboto-MediumItalic.ttf" },
};

/** All files of the fonts by their names, decoded when they are first asked for. */
export const fontFiles = (() => {
  let files: ReadonlyMap<string, Uint8Array> | undefined;
  return (): ReadonlyMap<string, Uint8Array> => (files ??= new Map(Object.values(FONTS.Roboto).map((name) => [name, decodeBase64(roboto[name]!)])));
})();

/** Letters that every face of the font has. */
export const letters = (() => {
  let known: ReadonlySet<number> | undefined;
  return (): ReadonlySet<number> => (known ??= lettersOf(fontFiles().get(FONTS.Roboto.normal)!));
})();
