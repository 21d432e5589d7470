import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "./cli.js";
import { download as downloadFrom, goToPart, openExample, type Site, startSite } from "./page.js";

const EXAMPLE = "examples/support-assistant.yaml";

let site: Site;
let page: Page;
let faults: string[];

beforeAll(async () => {
  site = await startSite();
  ({ page, faults } = await site.open("", { permissions: ["clipboard-read", "clipboard-write"] }));
  await openExample(page, "Customer support assistant");
  await goToPart(page, "Documents");
});
afterAll(async () => {
  await site.close();
  expect(faults).toEqual([]);
});

const download = (button: string) => downloadFrom(page, button);

const templates = JSON.parse(cli(["list", "templates", "--json"])) as { id: string }[];
const formats = JSON.parse(cli(["list", "formats", "--json"])) as { id: string; extension: string; usesTemplate: boolean }[];
const documents = formats.filter(({ usesTemplate }) => usesTemplate);

/** What the command line writes, by the names of the files. */
const written = (template: string, ids: readonly string[]): ReadonlyMap<string, Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), "strideml-web-"));
  cli(["generate", EXAMPLE, "--template", template, "--format", ids.join(","), "--output", `${folder}/`, "--quiet"]);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
};

/** Texts in every template; what takes longer to make in those that use every kind of block. */
const isTested = (template: string, format: string) => ["md", "html"].includes(format) || ["eu-ai-act/technical-documentation", "checklist"].includes(template);

test.each(templates.map(({ id }) => id))("%s has the bytes of the command line in every format", async (template) => {
  const tested = documents.filter(({ id }) => isTested(template, id));
  await page.getByLabel("Document", { exact: true }).selectOption(template);
  const made = new Map<string, Buffer>();
  for (const { extension } of tested) {
    const { name, bytes } = await download(`Download ${extension.toUpperCase()}`);
    made.set(name, bytes);
  }
  expect([...made].toSorted()).toEqual(
    [
      ...written(
        template,
        tested.map(({ id }) => id),
      ),
    ].toSorted(),
  );
});

test("every format for other tools has the bytes of the command line", async () => {
  const data = formats.filter(({ usesTemplate }) => !usesTemplate).map(({ id }) => id);
  const made = new Map<string, Buffer>();
  for (const format of data) {
    await page.getByLabel("Format", { exact: true }).selectOption(format);
    const { name, bytes } = await download("Download the data");
    made.set(name, bytes);
  }
  expect([...made].toSorted()).toEqual([...written("threat-model", data)].toSorted());
});

test("Markdown is copied, and the document can be read in the page", async () => {
  await page.getByLabel("Document", { exact: true }).selectOption("executive-summary");
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.getByText("Copied to the clipboard.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(cli(["generate", EXAMPLE, "--template", "executive-summary", "--quiet"]));
  await page.getByRole("button", { name: "Read it here" }).click();
  await page.locator(".document h1").waitFor();
});

test("the date of the document is the command line's --date", async () => {
  await page.getByLabel("Format", { exact: true }).selectOption("json");
  await page.getByLabel("Date of the document").fill("2026-12-01");
  await page.getByLabel("Date of the document").blur();
  await expect.poll(async () => (await download("Download the data")).text).toBe(cli(["generate", EXAMPLE, "--format", "json", "--date", "2026-12-01", "--quiet"]));
  await page.getByLabel("Date of the document").fill("");
  await page.getByLabel("Date of the document").blur();
});

test("a document has the date that was entered a moment before", async () => {
  await page.getByLabel("Date of the document").fill("2026-12-02");
  const { text } = await download("Download the data");
  await page.getByLabel("Date of the document").fill("");
  expect((JSON.parse(text) as { provenance: { date: string } }).provenance.date).toBe("2026-12-02");
});

test("the saved system file gives the command line the same threat model", async () => {
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  const { name, text } = await download("Save the system file");
  const file = join(mkdtempSync(join(tmpdir(), "strideml-web-")), name);
  writeFileSync(file, text);
  expect(cli(["generate", file, "--format", "json", "--quiet"])).toBe(cli(["generate", EXAMPLE, "--format", "json", "--quiet"]));
});

test("long work is cancelled and leaves the page as it was", async () => {
  await page.getByLabel("Document", { exact: true }).selectOption("threat-model");
  await page.getByRole("button", { name: "Download HTML" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled.").waitFor();
  expect(await page.getByRole("button", { name: "Download HTML" }).isEnabled()).toBe(true);
});

test("a link carries the system to another browser", async () => {
  await page.getByRole("button", { name: "Copy the link" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  const other = await site.browser.newContext();
  const there = await other.newPage();
  await there.goto(link);
  await there.locator(".dial").waitFor();
  expect(await there.getByRole("heading", { level: 1 }).textContent()).toBe("Threat model: Customer support assistant");
  await other.close();
});

test("a link to a finding leads to it in another browser", async () => {
  await goToPart(page, "Findings");
  await page.locator(".finding-row").nth(2).click();
  const title = await page.locator(".detail h2").textContent();
  await page.getByRole("button", { name: "Copy a link with this model" }).click();
  await page.getByText("Copied", { exact: true }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await site.browser.newContext();
  const there = await other.newPage();
  await there.goto(link);
  await there.locator(".detail h2", { hasText: title! }).waitFor();
  await other.close();
});
