import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printDocument } from "../src/printDocument.js";
import { CLI, FLAGS, ROOT, scratch, strideml } from "./run.js";

const START: Record<string, string> = { docx: "PK\u0003\u0004", pdf: "%PDF-1.7" };

/** Bytes, where `strideml` gives text. */
const bytesOf = (args: string[], env: Record<string, string> = {}): Buffer =>
  spawnSync(process.execPath, [CLI, "generate", "examples/factory-gate-camera.yaml", "--template", "executive-summary", "-q", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  }).stdout;

describe.each(["docx", "pdf"])("strideml generate --format %s", (format) => {
  test("gives the same bytes to a file and to standard output, in every place of the world", () => {
    const path = join(scratch(), `report.${format}`);
    bytesOf(["-o", path]);
    const printed = bytesOf(["-f", format], { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" });
    expect(printed.subarray(0, START[format]!.length).toString("latin1")).toBe(START[format]);
    expect(Buffer.compare(readFileSync(path), printed)).toBe(0);
  });
});

test.each([
  ["--version", ["--version"]],
  ["generate", ["generate", ...FLAGS, "-q"]],
])("%s loads nothing that makes Word documents or PDFs", (_, args) => {
  const { code, err } = strideml(args, { env: { NODE_DEBUG: "module" } });
  expect(code).toBe(0);
  expect(err).not.toMatch(/lazy[/\\]to(?:Docx|Pdf)/);
});

describe("on a terminal", () => {
  const printed = (content: string | Uint8Array): unknown[] => {
    const written: unknown[] = [];
    printDocument([{ format: { id: "docx", extension: "docx" }, content }], { stdout: { isTTY: true, write: (each) => void written.push(each) } });
    return written;
  };
  test("a text is shown", () => expect(printed("text")).toEqual(["text"]));
  test("the bytes of a file are not, and the way out is said", () => expect(() => printed(new Uint8Array(4))).toThrow(/docx cannot be shown on a terminal/));
});
