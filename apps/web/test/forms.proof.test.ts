import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { dropFile, goToPart, openExample, type Site, startSite, type Watched } from "./page.js";

let site: Site;
let watched: Watched;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
afterEach(async () => {
  const { faults, context } = watched;
  await context.close();
  expect(faults).toEqual([]);
});

const start = async (example = "Comment moderation") => {
  watched = await site.open();
  const { page } = watched;
  await openExample(page, example);
  await goToPart(page, "Questionnaires");
  return page;
};

test("answers lead to an outcome, its reason and the duties with their days", async () => {
  const page = await start();
  await page.getByRole("button", { name: "Start answering" }).click();
  await page.getByRole("checkbox", { name: /^Provider/ }).check();
  await page.getByRole("checkbox", { name: /^Placed on the market or put into service in the Union/ }).check();
  await page
    .getByRole("group", { name: /wholly within one of the areas/ })
    .getByRole("checkbox", { name: "None of these" })
    .check();
  await page
    .getByRole("group", { name: /intended for any of these uses/ })
    .getByRole("checkbox", { name: /^Education: prohibited behaviour/ })
    .check();
  await page
    .getByRole("group", { name: /profile natural persons/ })
    .getByRole("radio", { name: "Yes" })
    .check();
  await page.getByText("High-risk: use listed in Annex III").first().waitFor();
  await page.getByText("What binds this system, and from when").waitFor();
});

test("contradicting answers are named, and none is changed", async () => {
  const page = await start();
  await page.getByRole("button", { name: "Start answering" }).click();
  await page.getByRole("checkbox", { name: /^Importer/ }).check();
  const link = page.getByRole("group", { name: /ties the system to the European Union/ });
  await link.getByRole("checkbox", { name: "None of these" }).check();
  await page.getByText("An importer places a system on the market in the Union").waitFor();
  expect(await page.getByRole("checkbox", { name: /^Importer/ }).isChecked()).toBe(true);
});

test("prose for a document is in the document", async () => {
  const page = await start();
  await page.getByRole("link", { name: "Technical documentation (Annex IV)" }).click();
  await page.getByLabel("Name and address of the provider").fill("Example <b>provider</b>\n\nSecond paragraph");
  await page.getByLabel("Intended purpose").click();
  await goToPart(page, "Documents");
  await page.getByLabel("Document", { exact: true }).selectOption("eu-ai-act/technical-documentation");
  await page.getByRole("button", { name: "Read it here" }).click();
  await page.locator(".document").getByText("Example <b>provider</b>").waitFor();
});

test("answers of a dropped file are shown, and can be taken back", async () => {
  watched = await site.open();
  const { page } = watched;
  const profile = "profile: { modelType: tabular, deployment: batch, dataSensitivity: financial, accessLevel: internal }";
  await dropFile(page, "s.yaml", `schemaVersion: 1\nsystem: { name: Dropped }\n${profile}\nquestionnaires: { eu-ai-act: { roles: [deployer] } }\n`);
  await page.locator(".dial").waitFor();
  await goToPart(page, "Questionnaires");
  expect(await page.getByRole("checkbox", { name: /^Deployer/ }).isChecked()).toBe(true);
  await page.getByRole("button", { name: "Remove all answers" }).click();
  await page.getByRole("button", { name: "Start answering" }).waitFor();
});
