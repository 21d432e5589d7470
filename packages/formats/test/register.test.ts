import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csv, xlsx } from "../src/exporters/index.js";
import { writeCsv } from "../src/exporters/register/writeCsv.js";
import { HOSTILE, hostileJob, exampleJob } from "./jobs.js";
import { readWorkbook } from "./readWorkbook.js";

const workbookOf = async (job: ReturnType<typeof exampleJob>) => readWorkbook((await xlsx.export(job)) as Uint8Array);
const columnOf = (rows: unknown[][], header: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(header)]);

describe("the workbook", () => {
  test.each(["support-assistant", "coding-agent", "payment-fraud-detector"])("has every finding, mitigation, link and answer of %s", async (name) => {
    const job = exampleJob(name);
    const { sheets } = await workbookOf(job);
    const { threats, mitigations, frameworks } = job.model;
    expect(Object.keys(sheets)).toEqual(["Findings", "Mitigations", "Frameworks", "Coverage", "System"]);
    expect(columnOf(sheets["Findings"]!, "Finding")).toEqual(threats.map(({ id }) => id));
    expect(columnOf(sheets["Mitigations"]!, "Mitigation")).toEqual(mitigations.map(({ id }) => id));
    expect(sheets["Frameworks"]!.length - 1).toBe([...threats, ...mitigations].reduce((sum, { annotations }) => sum + annotations.length, 0));
    expect(sheets["Coverage"]!.length - 1).toBe(frameworks.reduce((sum, { coverage }) => sum + coverage.length, 0));
    expect(columnOf(sheets["System"]!, "Value")).toContain(job.model.system.name);
  });

  test("has numbers as numbers", async () => {
    const job = exampleJob("support-assistant");
    const { sheets } = await workbookOf(job);
    expect(columnOf(sheets["Findings"]!, "Score")).toEqual(job.model.threats.map(({ score }) => score));
    expect(columnOf(sheets["Findings"]!, "Residual likelihood")).toEqual(job.model.threats.map(({ residual }) => residual.likelihood));
    expect(columnOf(sheets["Mitigations"]!, "Risk removed")).toEqual(job.model.mitigations.map(({ riskRemoved }) => riskRemoved));
  });

  test("says why each link of a mitigation holds", async () => {
    const { sheets } = await workbookOf(exampleJob("support-assistant"));
    expect(columnOf(sheets["Frameworks"]!, "Why").every(Boolean)).toBe(true);
  });

  test("shows the status and the decision", async () => {
    const job = exampleJob("support-assistant");
    const accepted = job.model.threats.findIndex(({ status }) => status === "accepted");
    const { Findings } = (await workbookOf(job)).sheets;
    expect(columnOf(Findings!, "Status")[accepted]).toBe("Accepted");
    expect(columnOf(Findings!, "Decided by")[accepted]).toBe(job.model.threats[accepted]!.decision!.owner);
  });

  test("keeps its headings in sight, filters each sheet, and selects the first only", async () => {
    const { files } = await workbookOf(exampleJob("support-assistant"));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    for (const [, xml] of sheets) {
      expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(xml).toMatch(/<col min="1" max="1" width="\d+"/);
    }
    expect(sheets.filter(([, xml]) => xml.includes('tabSelected="1"')).map(([name]) => name)).toEqual(["xl/worksheets/sheet1.xml"]);
    expect(files["xl/styles.xml"]).toContain('wrapText="1"');
  });

  test("gives the same bytes for the same model, with no clock in them", async () => {
    const [one, two] = [(await xlsx.export(exampleJob("support-assistant"))) as Uint8Array, (await xlsx.export(exampleJob("support-assistant"))) as Uint8Array];
    expect(Buffer.compare(one, two)).toBe(0);
    expect([one[10], one[11], one[12], one[13]]).toEqual([0, 0, 0x21, 0]);
  });

  test.each(HOSTILE)("takes whatever a user writes as text: %j", async (text) => {
    const { sheets, files } = await workbookOf(hostileJob(text));
    const name = sheets["System"]![1]![1];
    const literal = text.replaceAll("\r", "\n").replaceAll("\t", " ");
    expect(name).toBe(Array.from(literal, (sign) => (sign !== "\n" && (/\p{C}/u.test(sign) || sign === "\u202E") ? "\u25A1" : sign)).join(""));
    expect(Object.values(files).every((xml) => !xml.includes("<f>"))).toBe(true);
  });

  test("cuts what no cell can hold where it can be seen", async () => {
    const { sheets } = await workbookOf(hostileJob("x".repeat(40_000)));
    const name = String(sheets["System"]![1]![1]);
    expect(name).toHaveLength(32_767);
    expect(name).toMatch(/x…$/);
  });

  test("has fewer lines in a cell than Excel allows", async () => {
    const { sheets } = await workbookOf(hostileJob("x\n".repeat(2000)));
    expect(String(sheets["System"]![1]![1]).split("\n").length).toBeLessThanOrEqual(253);
  });

  test("shows what looks like Excel's own escapes as it is written", async () => expect((await workbookOf(hostileJob("_x0041_"))).sheets["System"]![1]![1]).toBe("_x0041_"));
});

describe("the register as CSV", () => {
  const rowsOf = async (job: ReturnType<typeof exampleJob>) => Papa.parse<string[]>(String(await csv.export(job)), { skipEmptyLines: true }).data;

  test("has a row for each finding, with a column for each framework", async () => {
    const job = exampleJob("coding-agent");
    const rows = await rowsOf(job);
    expect(columnOf(rows, "Finding")).toEqual(job.model.threats.map(({ id }) => id));
    expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
    expect(rows[0]!.length).toBeGreaterThan(22 + job.model.frameworks.length - 1);
  });

  test("opens in Excel as UTF-8 and not as SYLK", async () => {
    const text = String(await csv.export(exampleJob("support-assistant")));
    expect(text.startsWith("\uFEFFFinding,")).toBe(true);
  });

  test("ends each line as RFC 4180 says", () =>
    expect(
      writeCsv([
        ["a", 'b"c'],
        [1, undefined],
      ]),
    ).toBe('a,"b""c"\r\n1,\r\n'));

  test.each(["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "  =1", "=1\n+2", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"])("disarms %j", (text) => {
    expect(writeCsv([[text]])).toMatch(/^"'/);
  });

  test("disarms what begins behind a semicolon", () => expect(writeCsv([["a;=1"]])).toBe("a;'=1\r\n"));
  test("leaves numbers and plain words alone", () => expect(writeCsv([[-1.5, "a=b", "plain"]])).toBe("-1.5,a=b,plain\r\n"));

  test.each(HOSTILE)("keeps its shape whatever a user writes: %j", async (text) => {
    const rows = await rowsOf(hostileJob(text));
    expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
    expect(rows.flat().some((cell) => /^[=+\-@\t\r\uFF1D]/.test(cell))).toBe(false);
  });
});
