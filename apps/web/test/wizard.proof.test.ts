import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { goToPart, openExample, type Site, startSite, type Watched } from "./page.js";

let site: Site;
let watched: Watched | undefined;
const open = async (...args: Parameters<Site["open"]>) => (watched = await site.open(...args)).page;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
afterEach(async () => {
  const faults = watched?.faults ?? [];
  await watched?.context.close();
  expect(faults).toEqual([]);
});

test("four questions lead to a threat model by keyboard alone", async () => {
  const page = await open();
  await page.locator(".card").first().waitFor();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  while (!(await focused()).startsWith("Answer the four")) await press("Tab");
  await press("Enter");
  for (const heading of ["What kind of model is it?", "Where does it run?"]) {
    await page.getByRole("heading", { name: heading }).waitFor();
    expect(await focused()).toBe(heading);
    await press("Tab", "ArrowDown", "Enter");
  }
  for (let step = 3; step <= 4; step++) {
    await page.getByText(`Question ${step} of 4`).waitFor();
    await press("Tab", "ArrowDown", "ArrowDown", "Enter");
  }
  await page.getByRole("heading", { name: "Refine, if you like" }).waitFor();
  while ((await focused()) !== "Show the threat model") await press("Tab");
  await press("Enter");
  await page.locator(".dial").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Threat model: Unnamed system");
});

test("a reload keeps the answers, and back and forward go through the steps", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Answer the four questions" }).click();
  await page.getByRole("radio", { name: /^Computer vision/ }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: /^Edge/ }).check();
  await page.reload();
  await page.getByText("Question 2 of 4").waitFor();
  expect(await page.getByRole("radio", { name: /^Edge/ }).isChecked()).toBe(true);
  await page.goBack();
  expect(await page.getByRole("radio", { name: /^Computer vision/ }).isChecked()).toBe(true);
  await page.goForward();
  await page.getByText("Question 2 of 4").waitFor();
});

test("the window is named after what it shows, also after a reload and in another language", async () => {
  const page = await open();
  await openExample(page, "Comment moderation");
  await expect.poll(() => page.title()).toBe("Threat model: Comment moderation · StrideML");
  await page.reload();
  await expect.poll(() => page.title()).toBe("Threat model: Comment moderation · StrideML");
  await page.getByRole("combobox").first().selectOption("de");
  await expect.poll(() => page.title()).toBe("Bedrohungsmodell: Comment moderation · StrideML");
  await page.goto(`${site.url}#/question/2`);
  await page.reload();
  await expect.poll(() => page.title()).toBe("Where does it run? · StrideML");
});

test("a changed answer changes the result at once, says what moved, and can be taken back", async () => {
  const page = await open();
  await openExample(page, "Customer support assistant");
  const findings = () => page.locator(".headline").textContent();
  const before = await findings();
  await page.getByLabel("Who could an adversary be?").selectOption("internal");
  await page.locator(".what-if", { hasText: "moved" }).waitFor();
  expect(await findings()).not.toBe(before);
  await page.locator(".what-if a").click();
  await page.getByRole("heading", { name: /^Vanished [1-9]/ }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("No change yet.").waitFor();
  await goToPart(page, "Overview");
  expect(await findings()).toBe(before);
});

test("a refinement says what its answers mean", async () => {
  const page = await open();
  await openExample(page, "Customer support assistant");
  await page.goto(`${page.url().split("#")[0]}#/refine`);
  const field = page.locator(".refinement", { has: page.getByLabel("What happens to people or the business when its output is wrong?") });
  await field.getByText("Business loss: Money, contracts, reputation.").waitFor();
});

test("after a reload, changes are compared with the same as before", async () => {
  const page = await open();
  await openExample(page, "Comment moderation");
  await page.getByLabel("Who could an adversary be?").selectOption("internal");
  const change = page.locator(".what-if", { hasText: "moved" });
  await change.waitFor();
  const said = await change.textContent();
  await page.reload();
  await expect.poll(() => change.textContent()).toBe(said);
});

test("ticking a mitigation lowers the residual risk of its findings", async () => {
  const page = await open();
  await openExample(page, "Payment fraud detector");
  await goToPart(page, "Mitigations");
  // Rows are drawn a few at a time.
  await page.locator(".backlog .tick input").nth(29).waitFor();
  for (const entry of (await page.locator(".backlog .tick input").all()).slice(0, 30)) await entry.check();
  await page.locator(".gauge", { hasText: "with what is in place" }).waitFor();
  await goToPart(page, "Findings");
  await page.getByLabel("Status").selectOption("mitigated");
  expect(await page.locator(".finding-row").first().textContent()).toContain("Residual");
});

test("the checklist answers controls and counts them", async () => {
  const page = await open();
  await openExample(page, "Coding agent");
  await goToPart(page, "Checklist");
  const before = await page.locator(".part [role=status]").textContent();
  await page.locator(".control").last().getByRole("radio", { name: "Partly" }).check();
  await expect.poll(() => page.locator(".part [role=status]").textContent()).not.toBe(before);
});

test("findings are filtered, sorted and found again by their address", async () => {
  const page = await open();
  await openExample(page, "Customer support assistant");
  await goToPart(page, "Findings");
  await page.getByLabel("Search findings").fill("prompt injection");
  await page.getByLabel("Category").selectOption("elevation-of-privilege");
  const shown = await page.locator(".finding-row").count();
  expect(shown).toBeGreaterThan(0);
  await page.locator(".finding-row").first().click();
  const title = await page.locator(".detail h2").textContent();
  await page.reload();
  await page.locator(".detail h2", { hasText: title! }).waitFor();
  expect(await page.locator(".finding-row").count()).toBe(shown);
  await page.getByText("1 + 9 ×").waitFor();
});

test("an accepted risk needs an owner and a reason, and stays in the list", async () => {
  const page = await open();
  await openExample(page, "Grid load forecast");
  await goToPart(page, "Findings");
  await page.locator(".finding-row").first().click();
  const decision = page.locator(".decision");
  await decision.getByLabel("Status").selectOption("accepted");
  await decision.getByLabel("Owner").fill("Head of operations");
  await decision.getByLabel("Reason").fill("The forecast is checked by hand until spring");
  await decision.getByLabel("Holds until").focus();
  await page.locator(".finding-row[aria-current]", { hasText: "Accepted" }).waitFor();
});

test("a decision that is taken back is not in its form either", async () => {
  const page = await open();
  await openExample(page, "Grid load forecast");
  await goToPart(page, "Findings");
  await page.locator(".finding-row").first().click();
  const decision = page.locator(".decision");
  await decision.getByLabel("Status").selectOption("accepted");
  await decision.getByLabel("Owner").fill("Head of operations");
  await decision.getByLabel("Reason").fill("Checked by hand");
  await decision.getByLabel("Holds until").focus();
  await page.locator(".finding-row[aria-current]", { hasText: "Accepted" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => decision.getByLabel("Status").inputValue()).toBe("");
});

test("a category lists as many findings as it is said to have", async () => {
  const page = await open();
  await openExample(page, "Customer support assistant");
  const tampering = page.locator(".categories li", { hasText: "Tampering" });
  const count = await tampering.locator(".count").textContent();
  await tampering.getByRole("link").click();
  await page.getByText(new RegExp(`^${count} of \\d+ findings`)).waitFor();
});

test("a finding that is not there is said to be missing", async () => {
  const page = await open();
  await openExample(page, "Comment moderation");
  await page.goto(`${site.url}#/result/findings/of-another@model`);
  await page.getByText("There is no finding of-another@model in this model.").waitFor();
});

test("the page speaks German and French, and says that catalog texts are English", async () => {
  const page = await open();
  await openExample(page, "Customer support assistant");
  for (const [locale, word] of [
    ["de", "Katalogtexte"],
    ["fr", "Textes du catalogue"],
  ] as const) {
    await page.getByRole("combobox").first().selectOption(locale);
    await page.getByText(word).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(await page.locator(".list a").first().getAttribute("lang")).toBe("en");
    expect(await page.locator(".answers .label").first().getAttribute("lang")).toBe("en");
    await page.locator(".list .quiet", { hasText: /\d,\d/ }).first().waitFor();
  }
});

test("every part of the result is there, and the law has today's mark on its dates", async () => {
  const page = await open();
  await openExample(page, "Hospital readmission scorer");
  await goToPart(page, "Diagram");
  await page.locator(".canvas svg [data-component]").first().waitFor();
  const box = () => page.locator(".canvas svg").getAttribute("viewBox");
  const whole = await box();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(box).not.toBe(whole);
  await page.getByRole("button", { name: "Show the whole diagram" }).click();
  await expect.poll(box).toBe(whole);
  await goToPart(page, "Frameworks");
  await page.getByRole("link", { name: "EU AI Act" }).click();
  await page.locator(".timeline .today").waitFor();
  expect(await page.locator(".timeline > li").count()).toBeGreaterThan(5);
});
