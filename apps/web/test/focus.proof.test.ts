import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { dropFile, goToPart, openExample, type Site, startSite, type Watched } from "./page.js";

// Where the focus is after something has come or gone. It is never lost: a keyboard would begin again at the top of the page.
let site: Site;
let watched: Watched;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
afterEach(async () => {
  await watched.context.close();
  expect(watched.faults).toEqual([]);
});

const open = async (...args: Parameters<Site["open"]>) => (watched = await site.open(...args)).page;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

const findings = async (page: Page) => {
  await openExample(page, "Customer support assistant");
  await goToPart(page, "Findings");
  await page.locator(".finding-row").nth(8).waitFor();
};

test("a finding that is chosen has the focus and is in view, and its row has it again afterwards", async () => {
  const page = await open("", { viewport: { width: 320, height: 640 } });
  await findings(page);
  const row = page.locator(".finding-row").nth(8);
  const title = await row.locator("strong").textContent();
  await row.press("Enter");
  await expect.poll(() => focused(page)).toBe(title);
  const top = await page.locator(".detail h2").evaluate((heading) => heading.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(320);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect.poll(() => focused(page)).toContain(title);
});

test("beside the list, the keyboard goes into the finding and back to its row", async () => {
  const page = await open();
  await findings(page);
  const row = page.locator(".finding-row").nth(3);
  const title = await row.locator("strong").textContent();
  await row.press("Enter");
  await expect.poll(() => focused(page)).toBe(title);
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe("Back to the list");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toContain(title);
});

test("another finding begins at its top", async () => {
  const page = await open();
  await findings(page);
  await page.locator(".finding-row").first().click();
  await page.locator(".detail-side").evaluate((side) => side.scrollTo(0, 900));
  await page.locator(".finding-row").nth(1).click();
  await expect.poll(() => page.locator(".detail-side").evaluate((side) => side.scrollTop)).toBe(0);
});

test("on a small screen a part of the result is in view when it is chosen, not the answers above it", async () => {
  const page = await open("", { viewport: { width: 320, height: 640 } });
  await openExample(page, "Comment moderation");
  await goToPart(page, "Mitigations");
  await expect.poll(() => page.locator("h1").evaluate((heading) => Math.round(heading.getBoundingClientRect().top))).toBeLessThan(214);
});

test("a choice that is gone to by keyboard is not behind the buttons", async () => {
  const page = await open("", { viewport: { width: 640, height: 400 } });
  await page.getByRole("button", { name: "Answer the four questions" }).click();
  await page.locator(".choice").first().waitFor();
  await page.keyboard.press("Tab");
  const hidden: number[] = [];
  for (let choice = 1; choice < 10; choice++) {
    await page.keyboard.press("ArrowDown");
    const room = await page.evaluate(
      () => document.querySelector(".bottom")!.getBoundingClientRect().top - document.activeElement!.closest(".choice")!.getBoundingClientRect().bottom,
    );
    if (room < 0) hidden.push(choice);
  }
  expect(hidden).toEqual([]);
});

test("a pasted text that is wrong stays to be put right, with what is wrong", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Paste YAML" }).click();
  const text = page.getByRole("dialog").getByLabel("System file");
  await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
  await text.fill("profile: [");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("dialog").getByText("line 1, column 11").waitFor();
  expect(await text.inputValue()).toBe("profile: [");
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("Paste YAML");
});

test("a message is in view however far down the page is, and leaves the focus in the page", async () => {
  const page = await open();
  await openExample(page, "Comment moderation");
  await goToPart(page, "Checklist");
  await page.locator(".control").nth(20).waitFor();
  await page.evaluate(() => scrollTo(0, 1500));
  await dropFile(page, "wrong.yaml", "profile: [");
  const close = page.locator(".notice").getByRole("button", { name: "Close" });
  await close.waitFor();
  expect(await close.evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await close.press("Enter");
  await expect.poll(() => focused(page)).toBe("Threat model: Comment moderation");
});

test("a document that is read in the page is taken to", async () => {
  const page = await open("", { viewport: { width: 320, height: 640 } });
  await openExample(page, "Comment moderation");
  await goToPart(page, "Documents");
  await page.getByLabel("Document", { exact: true }).selectOption("executive-summary");
  await page.getByRole("button", { name: "Read it here" }).click();
  await page.locator(".document h1").waitFor();
  await expect.poll(() => page.locator(".paper").evaluate((paper) => paper.getBoundingClientRect().top)).toBeLessThan(320);
});
