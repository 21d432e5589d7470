import { letterWidth } from "../document/letterWidth.js";
import type { Point } from "../figures/outline.js";

/** Units of a figure are divided, as a metafile knows whole numbers only. */
export const FINE = 20;

const NULL_PEN = 0x80000008;
const NULL_BRUSH = 0x80000005;
const HEADER_SIZE = 108;
const BOLD = 700;
const NORMAL = 400;

/** How a line of text is set. */
export interface Letters {
  size: number;
  bold: boolean;
  color: string;
  align: "start" | "middle" | "end";
  /** Written upwards. */
  turned: boolean;
}

const ALIGN = { start: 24, middle: 30, end: 26 };

const fine = (value: number): number => Math.round(value * FINE);
const red = (color: string): number => Number.parseInt(color.slice(5, 7) + color.slice(3, 5) + color.slice(1, 3), 16);

/** One record: its kind, its whole size, its fields of 32 bits. */
const record = (kind: number, ...fields: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8 + fields.length * 4));
  view.setUint32(0, kind, true);
  view.setUint32(4, view.byteLength, true);
  fields.forEach((field, index) => view.setInt32(8 + index * 4, field | 0, true));
  return new Uint8Array(view.buffer);
};

const utf16 = (text: string): number[] => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

/** Sixteen-bit values packed in pairs into fields of 32 bits. */
const pairs = (values: readonly number[], count = Math.ceil(values.length / 2)): number[] =>
  Array.from({ length: count }, (_, index) => (values[index * 2] ?? 0) | ((values[index * 2 + 1] ?? 0) << 16));

/** Writes an Enhanced Metafile, the drawing format that every version of Word and LibreOffice shows. Source: [MS-EMF] 17.0. */
export class EmfWriter {
  readonly #records: Uint8Array[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = fine(width);
    this.#height = fine(height);
    this.#add(record(17, 8), record(9, this.#width, this.#height), record(10, 0, 0), record(11, this.#width, this.#height), record(12, 0, 0), record(18, 1));
  }

  #add(...records: Uint8Array[]): void {
    this.#records.push(...records);
  }

  #points(kind: number, points: readonly Point[]): Uint8Array {
    return record(kind, 0, 0, this.#width, this.#height, points.length, ...points.flatMap(({ x, y }) => [fine(x), fine(y)]));
  }

  /** Fills an area. */
  polygon(points: readonly Point[], color: string): void {
    this.#add(record(39, 1, 0, red(color), 0), record(37, 1), record(37, NULL_PEN), this.#points(3, points), record(37, NULL_BRUSH), record(40, 1));
  }

  /** Draws a line. */
  polyline(points: readonly Point[], color: string, width: number): void {
    this.#add(record(38, 1, 0, fine(width), 0, red(color)), record(37, 1), this.#points(4, points), record(37, NULL_PEN), record(40, 1));
  }

  /** Writes a line of text on its baseline. */
  text(text: string, { x, y }: Point, font: string, { size, bold, color, align, turned }: Letters): void {
    const angle = turned ? 900 : 0;
    const face = [...utf16(font), ...Array.from({ length: 32 - font.length }, () => 0)];
    const look = [-fine(size), 0, angle, angle, bold ? BOLD : NORMAL, 0, 0, ...pairs(face), ...Array.from({ length: 57 }, () => 0)];
    const letters = utf16(text);
    const string = pairs(letters);
    const widths = letters.map((code) => fine(letterWidth(String.fromCharCode(code)) * size * (bold ? 1.05 : 1)));
    const fields = [0, 0, this.#width, this.#height, 2, 0, 0, fine(x), fine(y), letters.length, 76, 0, 0, 0, 0, 0, 76 + string.length * 4, ...string, ...widths];
    this.#add(record(82, 1, ...look), record(37, 1), record(22, ALIGN[align]), record(24, red(color)), record(84, ...fields), record(37, 0x8000000d), record(40, 1));
  }

  #header(size: number, count: number, points: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(HEADER_SIZE));
    const hundredths = (units: number) => Math.round((units / FINE) * points * (2540 / 72));
    const [width, height] = [hundredths(this.#width), hundredths(this.#height)];
    const fields = [1, HEADER_SIZE, 0, 0, this.#width, this.#height, 0, 0, width, height, 0x464d4520, 0x10000, size, count, 2, 0, 0, 0];
    fields.forEach((field, index) => view.setUint32(index * 4, field, true));
    const device = [this.#width, this.#height, Math.round(width / 100), Math.round(height / 100), 0, 0, 0, width * 10, height * 10];
    device.forEach((field, index) => view.setUint32(72 + index * 4, field, true));
    return new Uint8Array(view.buffer);
  }

  /** The whole file; `points` is the length of a unit of the figure on paper. */
  finish(points: number): Uint8Array {
    const records = [...this.#records, record(14, 0, 16, 20)];
    const size = records.reduce((sum, each) => sum + each.length, HEADER_SIZE);
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const each of [this.#header(size, records.length + 1, points), ...records]) {
      bytes.set(each, at);
      at += each.length;
    }
    return bytes;
  }
}
