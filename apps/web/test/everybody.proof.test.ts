import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dropFile, openExample, type Site, startSite, type Watched } from "./page.js";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** The example with the fewest findings: the same screens, but smaller, so that they are checked faster. */
const SMALL = "Open language model";

const CARD = "---\npipeline_tag: text-generation\n---\n\n# Small model\n\nWrites short texts.\n";

const PLACES = [
  "question/1",
  "question/4",
  "refine",
  ...["overview", "findings", "diagram", "mitigations", "checklist", "frameworks", "frameworks/eu-ai-act", "forms", "forms/eu-ai-act/annex-iv", "compare", "documents"].map(
    (part) => `result/${part}`,
  ),
];

/** Everything once; in the other colours what depends on them. */
const axe = async (page: Page, colorScheme: "light" | "dark") => {
  const builder = new AxeBuilder({ page });
  if (colorScheme === "light") builder.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  else builder.withRules(["color-contrast", "link-in-text-block"]);
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(" "))
        .join(" | ")}`,
  );
};

/** Long screens are drawn piece by piece; this waits until nothing more comes. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const watching = new MutationObserver(() => again());
        let timer: ReturnType<typeof setTimeout>;
        const again = () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            watching.disconnect();
            done();
          }, 200);
        };
        watching.observe(document.body, { childList: true, subtree: true });
        again();
      }),
  );

const arrive = async (page: Page, place: string) => {
  await page.goto(`${site.url}#/${place}`);
  await page
    .locator(place === "result/diagram" ? ".canvas svg" : "h1")
    .first()
    .waitFor();
  if (place === "result/findings") await page.locator(".finding-row").first().click();
  if (place === "result/mitigations") await page.locator(".mitigation .row-main").first().click();
  await drawn(page);
};

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (colorScheme) => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await site.open("", { colorScheme });
    await watched.page.locator(".card").first().waitFor();
  });
  afterAll(() => watched.context.close());
  const found = async () => {
    await drawn(watched.page);
    return axe(watched.page, colorScheme);
  };

  test("where everybody begins", async () => {
    expect(await found()).toEqual([]);
    await openExample(watched.page, SMALL);
  });

  test.each(PLACES)("on %s", async (place) => {
    await arrive(watched.page, place);
    expect(await found()).toEqual([]);
  });

  test("in what was read from a file of another tool", async () => {
    await dropFile(watched.page, "README.md", CARD);
    await watched.page.getByRole("heading", { name: "Read from README.md" }).waitFor();
    expect(await found()).toEqual([]);
  });

  test("where packs are listed", async () => {
    await watched.page.goto(`${site.url}#/`);
    await dropFile(watched.page, "mine.hbs", "{{overall.score}}");
    await watched.page.getByText("mine is in use.").waitFor();
    expect(await found()).toEqual([]);
  });

  test("where a text is pasted, and where it is wrong", async () => {
    const { page } = watched;
    await page.getByRole("button", { name: "Paste YAML" }).click();
    expect(await found()).toEqual([]);
    await page.getByLabel("System file").fill("profile: [");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("dialog").locator(".notice.error").waitFor();
    expect(await found()).toEqual([]);
  });
});

test.each([
  ["320 px wide", { width: 320, height: 640 }],
  ["at 200 % zoom of a small screen", { width: 640, height: 400 }],
])("nothing is cut off or scrolls sideways %s", async (_, viewport) => {
  const { page, context } = await site.open("", { viewport });
  await page.locator(".card").first().waitFor();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const over: Record<string, number> = { start: await overflow() };
  await openExample(page, "Customer support assistant");
  for (const place of PLACES) {
    await arrive(page, place);
    over[place] = await overflow();
  }
  expect(Object.fromEntries(Object.entries(over).filter(([, pixels]) => pixels > 0))).toEqual({});
  await context.close();
});

test.each([320, 1280])("a name that is longer than any line stays within the page, %i px wide", async (width) => {
  const { page, context } = await site.open("", { viewport: { width, height: 640 } });
  await page.locator(".card").first().waitFor();
  const profile = "profile: { modelType: rag, deployment: saas, dataSensitivity: personal, accessLevel: public }";
  await dropFile(page, "long.yaml", `schemaVersion: 1\nsystem: { name: ${"W".repeat(200)}, owner: ${"W".repeat(200)} }\n${profile}\n`);
  await page.locator(".dial").waitFor();
  const over: Record<string, number> = {};
  for (const place of ["result/overview", "result/findings", "result/compare", "refine", ""]) {
    await page.goto(`${site.url}#/${place}`);
    await drawn(page);
    over[place] = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
  expect(Object.entries(over).filter(([, pixels]) => pixels > 0)).toEqual([]);
  await context.close();
});

test("nothing that is read is pushed away by what comes later", async () => {
  const { page, context } = await site.open();
  await openExample(page, "Comment moderation");
  // Kept, so that there are recent models at the start.
  await page.waitForTimeout(1000);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value))).observe({
      type: "layout-shift",
      buffered: true,
    });
  });
  const shifted: Record<string, number> = {};
  for (const place of ["", "result/checklist", "result/mitigations", "result/frameworks/eu-ai-act"]) {
    await page.goto("about:blank");
    await page.goto(`${site.url}#/${place}`);
    await drawn(page);
    shifted[place] = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
  }
  expect(Object.entries(shifted).filter(([, value]) => value > 0.02)).toEqual([]);
  await context.close();
});

test("paper is white, and its figures have their colours, when the screen is dark", async () => {
  const { page, context } = await site.open("", { colorScheme: "dark" });
  await openExample(page, "Comment moderation");
  await page.goto(`${site.url}#/result/documents`);
  await page.getByLabel("Document", { exact: true }).selectOption("executive-summary");
  await page.getByRole("button", { name: "Read it here" }).click();
  await page.locator(".document .figure .bar").first().waitFor();
  await page.emulateMedia({ media: "print" });
  const colours = () => page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.querySelector(".document .figure .bar.high")!).fill]);
  expect(await colours()).toEqual(["rgb(28, 36, 48)", "rgb(179, 74, 6)"]);
  await context.close();
});

test("the finding that is open is seen in high-contrast colours too", async () => {
  const { page, context } = await site.open("", { forcedColors: "active" });
  await openExample(page, "Comment moderation");
  await page.goto(`${site.url}#/result/findings`);
  await page.locator(".finding-row").first().click();
  expect(await page.locator(".finding-row[aria-current]").evaluate((row) => getComputedStyle(row).outlineStyle)).toBe("solid");
  await context.close();
});

test("the focus is always visible, and the skip link leads to the content", async () => {
  const { page, context } = await site.open();
  await page.locator(".card").first().waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe("solid");
  }
  await context.close();
});
