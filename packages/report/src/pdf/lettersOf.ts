const FORMAT = 4;

const tableAt = (view: DataView, tag: string): number => {
  const wanted = tag.split("").reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);
  for (let index = 0, count = view.getUint16(4); index < count; index += 1) {
    const at = 12 + index * 16;
    if (view.getUint32(at) === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
};

const subtableOf = (view: DataView, cmap: number): number => {
  for (let index = 0, count = view.getUint16(cmap + 2); index < count; index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(at) === FORMAT) return at;
  }
  throw new Error(`the font maps its letters in no format ${FORMAT}`);
};

/**
 * Code points that a TrueType font has a glyph for. Source: OpenType 1.9.1, table cmap, format 4, which holds the Basic
 * Multilingual Plane. Throws on a font without such a map.
 */
export const lettersOf = (font: Uint8Array): ReadonlySet<number> => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const at = subtableOf(view, tableAt(view, "cmap"));
  const twice = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice];
  const letters = new Set<number>();
  for (let segment = 0; segment < twice; segment += 2) {
    const [start, end, offset] = [view.getUint16(starts + segment), view.getUint16(ends + segment), view.getUint16(offsets + segment)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const mapped = offset === 0 ? code : view.getUint16(offsets + segment + offset + 2 * (code - start));
      const glyph = offset !== 0 && mapped === 0 ? 0 : (mapped + view.getUint16(deltas + segment)) & 0xffff;
      if (glyph !== 0) letters.add(code);
    }
  }
  return letters;
};
