// Spreadsheets as somebody opens them: LibreOffice reads the files and says what it sees.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cisoAssistant, csv, jiraCsv, xlsx } from "../src/exporters/index.js";
import { HOSTILE, hostileJob, exampleJob } from "./jobs.js";

const folder = mkdtempSync(join(tmpdir(), "strideml-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = exampleJob("coding-agent");
const FILES = {
  register: [xlsx, job],
  table: [csv, job],
  ciso: [cisoAssistant, job],
  jira: [jiraCsv, job],
  hostile: [xlsx, hostileJob(HOSTILE[0]!)],
  formula: [csv, hostileJob(HOSTILE[0]!)],
} as const;

/** The first sheet as LibreOffice shows it. */
const shown = (name: keyof typeof FILES): string[][] => Papa.parse<string[]>(readFileSync(join(folder, "out", `${name}.csv`), "utf8").trim()).data;

beforeAll(async () => {
  const paths: string[] = [];
  for (const [name, [exporter, of]] of Object.entries(FILES)) {
    const path = join(folder, `${name}.${exporter.extension.split(".").at(-1)!}`);
    writeFileSync(path, await exporter.export(of));
    paths.push(path);
  }
  execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "csv", "--outdir", join(folder, "out"), ...paths], { stdio: "ignore" });
});

describe("LibreOffice shows", () => {
  test.each(["register", "table", "ciso"] as const)("a row for each finding in %s", (name) => {
    const ids = new Set(job.model.threats.map(({ id }) => id));
    expect(shown(name).filter((row) => row.some((cell) => ids.has(cell)))).toHaveLength(ids.size);
  });
  test("a row for each mitigation in the Jira file", () => expect(shown("jira").length).toBe(job.model.mitigations.length + 1));
  test.each(["hostile", "formula"] as const)("what looks like a formula as text, in %s", (name) => {
    const cells = shown(name).flat();
    expect(cells.filter((cell) => cell.includes("HYPERLINK(")).length).toBeGreaterThan(0);
    expect(cells).not.toContain("x");
  });
});
