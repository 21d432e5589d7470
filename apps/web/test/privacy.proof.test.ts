import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "./cli.js";
import { goToPart, openExample, SINGLE, type Site, startSite } from "./page.js";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

test("the page allows neither connections nor code or style that it did not bring", async () => {
  const { page, context } = await site.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const refused = await page.evaluate(async () => {
    const later = (work: () => unknown) => new Promise((done) => setTimeout(() => done(work())));
    const throws = (work: () => unknown) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const fails = (work: () => Promise<unknown>) =>
      work().then(
        () => false,
        () => true,
      );
    // Code that a test evaluates itself is exempt from the policy, but not what it leaves for later.
    return [await fails(() => fetch("./icon.svg")), await fails(() => fetch("https://example.com/")), await later(() => throws(() => new Function("return 1")))];
  });
  expect(refused).toEqual([true, true, true]);
  await context.close();
});

test("the engine's worker cannot connect either", async () => {
  const { page, context } = await site.open();
  await page.locator(".card").first().waitFor();
  const [worker] = page.workers();
  expect(
    await worker!.evaluate(() =>
      fetch("https://example.com/").then(
        () => "connected",
        () => "refused",
      ),
    ),
  ).toBe("refused");
  await context.close();
});

test("after the first visit it works offline", async () => {
  const { page, context, faults } = await site.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await openExample(page, "Comment moderation");
  await goToPart(page, "Diagram");
  await page.locator(".canvas svg").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("the single file opens from a disk and makes the same documents", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(pathToFileURL(SINGLE).href);
  await openExample(page, "Customer support assistant");
  await goToPart(page, "Documents");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download HTML" }).click()]);
  expect(readFileSync(await file.path(), "utf8")).toBe(cli(["generate", "examples/support-assistant.yaml", "--format", "html", "--quiet"]));
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:"))).toEqual([]);
  await context.close();
});
