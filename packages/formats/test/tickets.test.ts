import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { githubIssues, jiraCsv } from "../src/exporters/index.js";
import { githubText } from "../src/exporters/tickets/githubText.js";
import { jiraText } from "../src/exporters/tickets/jiraText.js";
import { EXAMPLES } from "./examples.js";
import { HOSTILE, hostileJob, exampleJob, withStatus } from "./jobs.js";

type Job = ReturnType<typeof exampleJob>;
interface Issue {
  title: string;
  body: string;
  labels: string[];
}
const rowsOf = async (job: Job) => Papa.parse<string[]>(String(await jiraCsv.export(job)), { skipEmptyLines: true }).data;
const cell = (rows: string[][], row: number, header: string) => rows[row]![rows[0]!.indexOf(header)]!;
const issuesOf = async (job: Job) =>
  String(await githubIssues.export(job))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Issue);

describe("which mitigations become tickets", () => {
  test("those not in place that help an open finding, in the order of the backlog", async () => {
    const job = exampleJob("support-assistant");
    const open = new Set(job.model.threats.filter(({ status }) => status === "open" || status === "partly-mitigated").map(({ id }) => id));
    const wanted = job.model.mitigations.filter(({ status, findings }) => status !== "in-place" && findings.some((id) => open.has(id)));
    expect((await rowsOf(job)).slice(1).map((_, index, rows) => rows[index]!.at(-2))).toEqual(wanted.map(({ id }) => id));
    expect((await issuesOf(job)).map(({ title }) => title)).toEqual(wanted.map(({ title }) => title));
  });
  test("none that was turned down", async () => {
    const job = exampleJob("support-assistant");
    for (const mitigation of job.model.mitigations) mitigation.status = "not-planned";
    expect(await issuesOf(job)).toEqual([]);
  });
  test.each(["accepted", "avoided", "transferred", "mitigated", "false-positive"] as const)("none for findings that are %s", async (status) =>
    expect(await issuesOf(withStatus(exampleJob("support-assistant"), status))).toEqual([]),
  );
});

describe("Jira", () => {
  test.each(EXAMPLES)("imports the tickets of %s", async (name) => {
    const rows = await rowsOf(exampleJob(name));
    const [header] = rows;
    expect(header!.slice(0, 5)).toEqual(["Summary", "Issue Type", "Priority", "Description", "Labels"]);
    expect(header!.slice(-3)).toEqual(["Component", "External ID", "Due Date"]);
    expect(header!.every((word) => /^[A-Za-z ]+$/.test(word))).toBe(true);
    for (const row of rows.slice(1)) {
      expect(row).toHaveLength(header!.length);
      expect(row[0]!.length).toBeLessThanOrEqual(255);
      expect(["Highest", "High", "Medium", "Low"]).toContain(row[2]);
      expect(row.filter((_, index) => header![index] === "Labels").every((label) => !/\s/.test(label))).toBe(true);
    }
  });
  test("has the acceptance criteria as a checklist", async () => {
    const job = exampleJob("support-assistant");
    const rows = await rowsOf(job);
    const { acceptance } = job.knowledge.mitigations.find(({ id }) => id === cell(rows, 1, "External ID"))!;
    expect(
      cell(rows, 1, "Description")
        .split("\n")
        .filter((line) => line.startsWith("* \\[ \\] ")),
    ).toHaveLength(acceptance.length);
  });
  test("takes the priority from the highest finding that a mitigation helps", async () => {
    const job = exampleJob("support-assistant");
    job.model.threats.at(-1)!.severity = "critical";
    job.model.threats.at(-1)!.score = 10;
    job.model.threats.at(-1)!.status = "open";
    const rows = await rowsOf(job);
    const helped = new Set(job.model.mitigations.filter(({ findings }) => findings.includes(job.model.threats.at(-1)!.id)).map(({ id }) => id));
    const highest = rows.slice(1).filter((row) => row[2] === "Highest");
    expect(highest.length).toBeGreaterThan(0);
    expect(highest.every((row) => helped.has(row.at(-2)!))).toBe(true);
  });
  test("has the day by which it is due", async () => {
    const job = exampleJob("support-assistant");
    const mitigation = job.model.mitigations.find(({ status }) => status === "planned")!;
    mitigation.decision = { ...mitigation.decision!, due: "2027-01-31" };
    const row = (await rowsOf(job)).find((each) => each.at(-2) === mitigation.id)!;
    expect(row.at(-1)).toBe("2027-01-31");
  });
  test("begins with its first heading, without a byte order mark", async () =>
    expect(String(await jiraCsv.export(exampleJob("support-assistant"))).startsWith("Summary,")).toBe(true));
  test.each([
    ["[~admin]", "\\[\\~admin\\]"],
    ["!https://x.example/a.png!", "\\!https://x.example/a.png\\!"],
    ["{html}", "\\{html\\}"],
    ["a\\b", "a&#92;b"],
    ["# one", "&#35; one"],
    ["h1. big", "&#104;1. big"],
    ["a -- b", "a \\-\\- b"],
  ])("shows %j as it is", (text, spoken) => expect(jiraText(text)).toBe(spoken));
});

describe("GitHub", () => {
  test.each(EXAMPLES)("takes the issues of %s", async (name) => {
    for (const { title, body, labels } of await issuesOf(exampleJob(name))) {
      expect(title.length).toBeLessThanOrEqual(256);
      expect(body).toMatch(/^- \[ \] /m);
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(labels.every((label) => label.length <= 50)).toBe(true);
    }
  });
  test.each(["@octocat", "#123", "GH-12", "owner/repo#7", "https://x.example", "www.x.example", "a@b.example", "deadbeefcafe", ":bug:"])("links nothing in %j", (text) => {
    const seen = githubText(text).split(/<!-- -->/);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.join("").replaceAll("\\", "")).toBe(text);
  });
  test.each(["<img src=x>", "**bold**", "`code`", "[a](b)", "![a](b)", "&lt;", "~~x~~", "# heading", "1. one", "- [ ] task"])("shows %j as it is", (text) => {
    expect(githubText(text)).toMatch(/\\/);
    expect(githubText(text).replaceAll("\\", "")).toBe(text);
  });
});

describe.each([
  ["Jira", jiraCsv],
  ["GitHub", githubIssues],
])("%s", (_, exporter) => {
  test("gives the same bytes for the same model", async () => expect(await exporter.export(exampleJob("coding-agent"))).toBe(await exporter.export(exampleJob("coding-agent"))));
  test.each(HOSTILE)("takes whatever a user writes: %j", async (text) => {
    const job = hostileJob(text);
    const rows = await rowsOf(job);
    expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
    expect(rows.flat().some((each) => /^[=+\-@\t\r\uFF1D]/.test(each))).toBe(false);
    for (const { body } of await issuesOf(job)) {
      expect(body).toContain("### Acceptance criteria");
      expect(body).not.toMatch(/\p{Cc}(?<!\n)|\u202E|(?<!\\)<(?!!-- -->)/u);
    }
  });
});
