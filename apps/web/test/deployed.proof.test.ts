import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from "vitest";
import { startBrowser } from "./browser.js";
import { DIST, openExample } from "./page.js";
import { serve } from "./serve.js";

// Hosts as they are: in a folder beside other pages, with files that browsers keep for a while, over plain HTTP, and with a next version.
let browser: Browser;
let context: BrowserContext;
let page: Page;
let host: Awaited<ReturnType<typeof serve>>;
let folder: string;

const NEXT = "<!-- next version -->";

/** What a later build looks like: each of its parts has another name. */
const laterBuild = (later: string) => {
  cpSync(DIST, later, { recursive: true });
  const assets = join(later, "assets");
  const names = readdirSync(assets).map((name) => [name, name.replace(/\.(\w+)$/, "-next.$1")] as const);
  for (const [name, next] of names) renameSync(join(assets, name), join(assets, next));
  for (const file of ["index.html", "service-worker.js", ...names.map(([, next]) => `assets/${next}`)]) {
    let text = readFileSync(join(later, file), "utf8");
    for (const [name, next] of names) text = text.replaceAll(name, next);
    writeFileSync(join(later, file), text.replace("<title>", `${NEXT}<title>`).replace(/(build = `.{8})/, "$1next-"));
  }
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideml-host-"));
  cpSync(DIST, join(folder, "now"), { recursive: true });
  cpSync(DIST, join(folder, "now/beside"), { recursive: true });
  writeFileSync(join(folder, "now/beside/index.html"), "<h1>Another page</h1>");
  laterBuild(join(folder, "next"));
  browser = await startBrowser(["--host-resolver-rules=MAP plain.test 127.0.0.1"]);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  host = await serve(join(folder, "now"), "/", { "cache-control": "max-age=600" });
  context = await browser.newContext({ locale: "en-GB" });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await context.close();
  await host.close();
});

const visited = async () => {
  await page.goto(host.url);
  await page.locator(".card").first().waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

/** The host gets the next version, and the browser takes it in as far as it does by itself. */
const deployNext = async () => {
  host.deploy(join(folder, "next"));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
    await registration.update();
    await changed;
  });
};

test("what is first needed after the first visit is there offline, without a second one", async () => {
  await visited();
  await context.setOffline(true);
  await page.getByRole("combobox").first().selectOption("de");
  await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("de");
});

test("a page that is open goes on with its parts after the host has the next version", async () => {
  await visited();
  await deployNext();
  await openExample(page, "Comment moderation");
  await page.goto(`${host.url}#/result/documents`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download DOCX" }).click()]);
  expect(file.suggestedFilename()).toBe("comment-moderation.threat-model.docx");
});

test("the next visit has the next version, whole, even where the browser has kept the old page", async () => {
  await visited();
  await deployNext();
  await context.setOffline(true);
  await page.reload();
  expect(await page.content()).toContain(NEXT);
  await page.locator(".card").first().waitFor();
});

test("pages beside it stay what they are", async () => {
  await visited();
  await page.goto(`${host.url}beside/index.html`);
  expect(await page.locator("h1").textContent()).toBe("Another page");
});

test("over plain HTTP everything works but what browsers keep from such pages", async () => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(host.url.replace("127.0.0.1", "plain.test"));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await openExample(page, "Comment moderation");
  await page.goto(`${page.url().split("#")[0]}#/result/documents`);
  await page.getByRole("button", { name: "Copy the link" }).click();
  await page.getByText("The browser did not allow copying.").waitFor();
  expect(await page.getByLabel("Link", { exact: true }).inputValue()).toContain("#share=");
  expect(faults).toEqual([]);
});
