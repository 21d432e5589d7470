import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "./cli.js";
import { goToPart, type Site, startSite } from "./page.js";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const openText = async (page: Page, text: string) => {
  await page.locator(".card").first().waitFor();
  await page.getByLabel("Open a file").setInputFiles({ name: "large.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.locator(".dial").waitFor();
};

interface Saved {
  threats: { id: string; title: string; component: string }[];
  provenance: { engine: string };
}

test("500 findings can be searched, sorted and read", async () => {
  const saved = JSON.parse(cli(["generate", "examples/coding-agent.yaml", "--format", "json", "--quiet"])) as Saved;
  const base = saved.threats;
  saved.threats = Array.from({ length: 500 }, (_, index) => {
    const finding = base[index % base.length]!;
    // The first of each keeps its id, which the mitigations of the model name.
    return { ...finding, id: index < base.length ? finding.id : `${finding.id}-${index}`, title: `${finding.title} ${index}` };
  });
  const { page, context, faults } = await site.open();
  await openText(page, JSON.stringify(saved));
  await goToPart(page, "Findings");
  await page.getByText("500 findings").first().waitFor();
  await expect.poll(() => page.locator(".finding-row").count()).toBe(100);
  await page.getByLabel("Search findings").pressSequentially("499");
  await page.getByText("1 of 500 findings").waitFor();
  await page.locator(".finding-row").click();
  await page.locator(".detail h2", { hasText: "499" }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("an architecture of 100 components is drawn and listed", async () => {
  const components = Array.from({ length: 100 }, (_, index) => ({
    id: `service-${index}`,
    kind: index % 2 === 0 ? "inference-service" : "client-application",
    title: `Service ${index}`,
    zone: `zone-${index % 8}`,
  }));
  const flows = components.slice(1).map(({ id }, index) => ({ from: `service-${Math.floor(index / 2)}`, to: id, data: "Requests" }));
  const boundaries = Array.from({ length: 8 }, (_, index) => ({ id: `zone-${index}`, title: `Zone ${index}` }));
  const profile = { modelType: "llm", deployment: "saas", dataSensitivity: "personal", accessLevel: "public" };
  const { page, context, faults } = await site.open();
  await openText(page, JSON.stringify({ schemaVersion: 1, system: { name: "Large" }, profile, architecture: { components, flows, boundaries } }));
  await goToPart(page, "Diagram");
  await page.locator(".canvas svg [data-component]").first().waitFor();
  expect(await page.locator(".canvas svg [data-component]").count()).toBe(100);
  await page.getByRole("rowheader", { name: "Service 99" }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("a system that is too large for a link is not put into one", async () => {
  const { questions } = (JSON.parse(cli(["list", "questionnaires", "--json"])) as { id: string; questions: { id: string; type: string }[] }[]).find(
    ({ id }) => id === "eu-ai-act/annex-iv",
  )!;
  const prose = Object.fromEntries(questions.filter(({ type }) => type === "text").map(({ id }) => [id, "Known. ".repeat(14_000)]));
  const profile = { modelType: "tabular", deployment: "batch", dataSensitivity: "financial", accessLevel: "internal" };
  const { page, context, faults } = await site.open();
  await openText(page, JSON.stringify({ schemaVersion: 1, system: { name: "Large" }, profile, questionnaires: { "eu-ai-act/annex-iv": prose } }));
  await goToPart(page, "Documents");
  await page.getByRole("button", { name: "Copy the link" }).click();
  await page.getByText("This model is too large for a link.").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
