import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cli } from "./cli.js";
import { dropFile, openExample, type Site, startSite } from "./page.js";

// What cannot be opened is told in place, and the model stays. One page for all: each must leave it as it was.
let site: Site;
let page: Page;
let faults: string[];

beforeAll(async () => {
  site = await startSite();
  ({ page, faults } = await site.open());
  await openExample(page, "Comment moderation");
});
const close = () => page.locator(".notice").getByRole("button", { name: "Close" }).click();

afterEach(async () => {
  await page.goto(`${site.url}#/result/overview`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Threat model: Comment moderation");
  expect(faults).toEqual([]);
});
afterAll(() => site.close());

const SYSTEM = `schemaVersion: 1
system: { name: Dropped system }
profile: { modelType: speech-audio, deployment: on-device, dataSensitivity: biometric, accessLevel: authenticated }
`;

const model = (): Record<string, unknown> => JSON.parse(cli(["generate", "examples/coding-agent.yaml", "--format", "json", "--quiet"])) as Record<string, unknown>;
const FILES: [string, () => string | Uint8Array, RegExp][] = [
  ["misspelt.yaml", () => SYSTEM.replace("speech-audio", "speach-audio"), /line 3, column \d+, profile\.modelType: unknown value speach-audio.*did you mean speech-audio/],
  ["broken.yaml", () => "profile: {modelType: rag", /line \d+, column \d+/],
  ["empty.yaml", () => "", /empty/],
  [
    "bomb.yaml",
    () =>
      `a: &a [x]\n${Array.from(
        { length: 12 },
        (_, i) =>
          `b${i}: &b${i} [${Array(10)
            .fill(i === 0 ? "*a" : `*b${i - 1}`)
            .join(",")}]`,
      ).join("\n")}`,
    /alias/,
  ],
  ["proto.json", () => '{"schemaVersion":1,"__proto__":{"a":1},"system":{"name":"x"},"profile":{}}', /__proto__/],
  ["picture.png", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not text in UTF-8/],
  ["newer.json", () => JSON.stringify({ ...model(), format: "strideml/threat-model@9" }), /strideml\/threat-model@9/],
  ["foreign.json", () => JSON.stringify({ format: "other/thing", threats: [] }), /not a file of StrideML/],
  ["damaged.json", () => JSON.stringify({ ...model(), threats: [{ id: 5 }], overall: { score: "high" } }), /threats/],
  ["truncated.json", () => JSON.stringify(model()).slice(0, 5000), /truncated\.json could not be opened/],
];
test.each(FILES)("%s", async (name, content, message) => {
  await dropFile(page, name, content());
  await page.locator(".notice.error").waitFor();
  expect(await page.locator(".notice.error").textContent()).toMatch(message);
  await close();
});

test("two files at once", async () => {
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    for (const name of ["one.yaml", "two.yaml"]) transfer.items.add(new File(["x: 1"], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await page.getByText("2 files were dropped. Drop one at a time").waitFor();
  await close();
});

test("a file to compare with that answers too little", async () => {
  await page.goto(`${site.url}#/result/compare`);
  const card = { name: "README.md", mimeType: "text/markdown", buffer: Buffer.from("---\npipeline_tag: no-such-task\n---\n\n# Model\n") };
  await page.getByLabel("Compare with a file").setInputFiles(card);
  await page.getByText("README.md gives no threat model to compare with.").waitFor();
  await close();
});

test("30 MB", async () => {
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(30 * 1024 * 1024)], "huge.yaml"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await page.getByText("huge.yaml is larger than 20 MB").waitFor();
  await close();
});

test.each([
  ["a link of a newer version", "#share=9.abc", /newer version/],
  ["a link that was cut", "#share=1.q1YqLk5", /damaged/],
  ["a link that carries something else", "#share=1.S0ssSlSyUgIA", /damaged|not a mapping/],
  ["an address that means nothing", "#/nowhere/%E0%A4%A", /^$/],
])("%s", async (_, hash, message) => {
  await page.goto(`${site.url}${hash}`);
  if (message.source !== "^$") {
    await page.locator(".notice.error").waitFor();
    expect(await page.locator(".notice.error").textContent()).toMatch(message);
    await close();
  }
  await page.getByRole("link", { name: "Comment moderation" }).waitFor();
});
