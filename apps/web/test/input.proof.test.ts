import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cli } from "./cli.js";
import { dropFile, goToPart, openExample, type Site, startSite, type Watched } from "./page.js";

let site: Site;
let watched: Watched;
let page: Page;
const open = async (...args: Parameters<Site["open"]>) => {
  watched = await site.open(...args);
  page = watched.page;
};

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
afterEach(async () => {
  await watched.context.close();
  expect(watched.faults).toEqual([]);
});

const drop = (name: string, content: string) => dropFile(page, name, content);

const SYSTEM = `schemaVersion: 1
system: { name: Dropped system }
profile: { modelType: speech-audio, deployment: on-device, dataSensitivity: biometric, accessLevel: authenticated }
`;

test("a dropped system file opens", async () => {
  await open();
  await page.locator(".card").first().waitFor();
  await drop("mine.yaml", SYSTEM);
  await page.getByRole("heading", { name: "Threat model: Dropped system" }).waitFor();
});

test("a saved threat model opens as the system that it was made of", async () => {
  await open();
  await page.locator(".card").first().waitFor();
  await drop("model.json", cli(["generate", "examples/coding-agent.yaml", "--format", "json", "--quiet"]));
  await page.getByRole("heading", { name: "Threat model: Coding agent on developers' laptops" }).waitFor();
  expect(await page.locator(".notice").count()).toBe(0);
});

/** A saved model as knowledge without its last finding would have made it. */
const savedBefore = () => {
  const saved = JSON.parse(cli(["generate", "examples/coding-agent.yaml", "--format", "json", "--quiet"])) as {
    threats: { id: string; title: string }[];
    mitigations: { findings: string[] }[];
    provenance: { engine: string };
  };
  const { id } = saved.threats.pop()!;
  for (const mitigation of saved.mitigations) mitigation.findings = mitigation.findings.filter((each) => each !== id);
  return saved;
};

test("a saved threat model of other knowledge is shown as it was saved, and compared with today's", async () => {
  const saved = savedBefore();
  saved.provenance.engine = "strideml 0.0.1";
  saved.threats[0]!.title = "A title of former times";
  await open();
  await page.locator(".card").first().waitFor();
  await drop("old.json", JSON.stringify(saved));
  await page.getByRole("link", { name: "A title of former times" }).waitFor();
  await page.reload();
  await page.getByRole("link", { name: "A title of former times" }).waitFor();
  await goToPart(page, "Compare");
  await page.getByRole("heading", { name: "Appeared 1" }).waitFor();
  await page.getByRole("button", { name: "Show it with today's knowledge" }).click();
  await goToPart(page, "Overview");
  await expect.poll(() => page.getByText("A title of former times").count()).toBe(0);
});

test("hostile text in a file is shown as text", async () => {
  await open();
  await page.locator(".card").first().waitFor();
  await drop("hostile.yaml", SYSTEM.replace("Dropped system", '"<img src=x onerror=alert(1)><script>alert(2)</script> [x](javascript:alert(3))"'));
  await page.getByRole("heading", { level: 1, name: /<img src=x/ }).waitFor();
  await goToPart(page, "Documents");
  await page.getByLabel("Document", { exact: true }).selectOption("executive-summary");
  await page.getByRole("button", { name: "Read it here" }).click();
  await page.locator(".document h1", { hasText: "<img src=x" }).waitFor();
  expect(await page.locator(".document img, .document script, .document a[href^=javascript]").count()).toBe(0);
});

test("recent models are kept, opened again, and deleted", async () => {
  await open();
  await openExample(page, "Comment moderation");
  await page.goto(`${site.url}#/`);
  await page.getByRole("heading", { name: "Recent models" }).waitFor();
  const recent = page.locator(".rows");
  await recent.getByRole("button", { name: /^Comment moderation/ }).click();
  await page.locator(".dial").waitFor();
  await page.goto(`${site.url}#/`);
  await page.getByRole("button", { name: "Delete all" }).click();
  await expect.poll(() => page.locator(".rows li").count()).toBe(0);
});

/** Revisions of the models that the browser keeps. */
const keptRevisions = (from: Page): Promise<number[]> =>
  from.evaluate(
    () =>
      new Promise<number[]>((done, fail) => {
        const opening = indexedDB.open("strideml");
        opening.addEventListener("error", () => fail(opening.error!));
        opening.addEventListener("success", () => {
          const reading = opening.result.transaction("models").objectStore("models").getAll();
          reading.addEventListener("error", () => fail(reading.error!));
          reading.addEventListener("success", () => {
            opening.result.close();
            done((reading.result as { revision: number }[]).map(({ revision }) => revision));
          });
        });
      }),
  );

test("two tabs on one model: the second is told, and neither loses anything", async () => {
  await open();
  await openExample(page, "Comment moderation");
  await expect.poll(() => keptRevisions(page)).toEqual([1]);
  const other = await watched.context.newPage();
  await other.goto(site.url);
  await other
    .locator(".rows")
    .getByRole("button", { name: /^Comment moderation/ })
    .click();
  await other.locator(".dial").waitFor();
  await other.getByLabel("Where does it run?").selectOption("edge");
  await expect.poll(() => keptRevisions(other)).toEqual([2]);
  await page.getByText("This model was changed in another tab.").waitFor();
  await page.getByRole("button", { name: "Keep mine as a copy" }).click();
  await expect.poll(() => page.getByText("This model was changed in another tab.").count()).toBe(0);
  expect(await page.getByLabel("Where does it run?").inputValue()).toBe("cloud-api");
  expect(await other.getByLabel("Where does it run?").inputValue()).toBe("edge");
});

test("a tab that is loaded again is still told of the other one's change", async () => {
  await open();
  await openExample(page, "Comment moderation");
  await expect.poll(() => keptRevisions(page)).toEqual([1]);
  const other = await watched.context.newPage();
  await other.goto(site.url);
  await other
    .locator(".rows")
    .getByRole("button", { name: /^Comment moderation/ })
    .click();
  await other.getByLabel("Where does it run?").selectOption("edge");
  await expect.poll(() => keptRevisions(other)).toEqual([2]);
  await page.reload();
  await page.getByText("This model was changed in another tab.").waitFor();
});

test("a text that is being typed survives a reload", async () => {
  await open();
  await openExample(page, "Comment moderation");
  await page.getByRole("link", { name: "Refine" }).click();
  await page.getByLabel("Name").fill("Half a na");
  await page.reload();
  await expect.poll(() => page.getByLabel("Name").inputValue()).toBe("Half a na");
});

test("a saved model that is looked at cannot be changed anywhere", async () => {
  const saved = savedBefore();
  await open();
  await page.locator(".card").first().waitFor();
  await drop("old.json", JSON.stringify(saved));
  await page.locator(".dial").waitFor();
  const editable = () => page.locator("main :is(input, select, textarea):enabled:not([type=file])").count();
  const free: Record<string, number> = {};
  for (const place of ["question/1", "refine", "result/mitigations", "result/checklist", "result/forms"]) {
    await page.goto(`${site.url}#/${place}`);
    await page.locator("main :is(input, select)").first().waitFor();
    free[place] = await editable();
  }
  // The backlog can still be narrowed.
  expect(free).toEqual({ "question/1": 0, refine: 0, "result/mitigations": 1, "result/checklist": 0, "result/forms": 0 });
});

test("without storage everything works, and the page says that nothing is kept", async () => {
  watched = await site.open();
  page = watched.page;
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    Object.defineProperty(globalThis, "sessionStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.reload();
  await openExample(page, "Comment moderation");
  await page.getByText("The browser keeps nothing for this page").waitFor();
  // What another model takes the place of is nowhere else.
  await page.goto(`${site.url}#/`);
  await openExample(page, "Grid load forecast");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { level: 1, name: "Threat model: Comment moderation" }).waitFor();
});

test("a full storage is told with what to do, and the model stays on screen", async () => {
  watched = await site.open();
  page = watched.page;
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no space", "QuotaExceededError");
    };
  });
  await page.reload();
  await openExample(page, "Comment moderation");
  await page.getByText("There is no space left to keep this model.").waitFor();
  await page.locator(".dial").waitFor();
});
