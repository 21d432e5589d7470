import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { scaffold } from "create-strideml-plugin";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cli } from "./cli.js";
import { download, dropFile, goToPart, openExample, type Site, startSite, type Watched } from "./page.js";

const EXAMPLE = fileURLToPath(new URL("../../../examples/support-assistant.yaml", import.meta.url));
const SAMPLES = fileURLToPath(new URL("../../../packages/formats/test/importers/samples/", import.meta.url));

let site: Site;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
const open = async () => {
  watched = await site.open();
  page = watched.page;
  await page.locator(".card").first().waitFor();
};
afterEach(async () => {
  await watched.context.close();
  expect(watched.faults).toEqual([]);
});

const ONE_FILE = `name: house
version: 1.0.0
apiVersion: 1
frameworks:
  - id: house/rules
    title: House rules
    edition: "1"
    publisher: Us
    licence: Our own text.
    contentPolicy: full
    url: https://example.com/rules
    asOf: 2026-01-01
    sources: [{ title: Intranet }]
    requirements: [{ id: R-1, title: Interfaces are limited, kind: control }]
mappings:
  - framework: house/rules
    edition: "1"
    links:
      - requirement: R-1
        threats: [model-extraction]
        relation: addresses
        strength: primary
        rationale: A copy is made query by query, and R-1 limits queries.
        authority: product
        source: own reading
`;

/** A folder with a scaffolded data pack, as somebody would choose it. */
const packFolder = (edit: (path: string, text: string) => string = (_, text) => text): string => {
  const made = scaffold("framework", "house-rules", "0.1.0");
  if (!made.ok) throw new Error("scaffold");
  const folder = join(mkdtempSync(join(tmpdir(), "strideml-web-")), "house-rules");
  for (const { path, text } of made.value) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), edit(path, text));
  }
  return folder;
};

const chooseFolder = (folder: string) => page.getByLabel("Add a folder").setInputFiles(folder);
const packs = () => page.locator("section", { has: page.getByRole("heading", { name: "Packs" }) });
const drop = (name: string, content: string) => dropFile(page, name, content);

describe("a data pack", () => {
  test("adds its framework and its questionnaire, is listed with its digest, and gives the bytes of the command line", async () => {
    const folder = packFolder();
    await open();
    await chooseFolder(folder);
    await page.getByText("house-rules is in use.").waitFor();
    const config = join(dirname(folder), "strideml.config.json");
    writeFileSync(config, JSON.stringify({ plugins: ["./house-rules"] }));
    const model = cli(["generate", EXAMPLE, "--config", config, "--format", "json", "--quiet"]);
    const { digest } = (JSON.parse(model) as { provenance: { plugins: { name: string; digest: string }[] } }).provenance.plugins.find(({ name }) => name === "house-rules")!;
    await packs().getByTitle(`SHA-256 ${digest}`).waitFor();
    await openExample(page, "Customer support");
    await goToPart(page, "Documents");
    await page.getByLabel("Format", { exact: true }).selectOption("json");
    expect((await download(page, "Download the data")).text).toBe(model);
    expect((await download(page, "Download MD")).text).toBe(cli(["generate", EXAMPLE, "--config", config, "--quiet"]));
  });

  test("is remembered, and can be removed", async () => {
    await open();
    await chooseFolder(packFolder());
    await packs().getByText("house-rules").first().waitFor();
    await page.reload();
    await packs().getByText("house-rules").first().waitFor();
    await packs().getByRole("button", { name: "Remove: house-rules" }).click();
    await packs().getByText("house-rules").first().waitFor({ state: "detached" });
    await page.reload();
    await page.locator(".card").first().waitFor();
    expect(await packs().getByRole("listitem").count()).toBe(0);
  });

  test("in one file can be dropped", async () => {
    await open();
    await drop("house.yaml", ONE_FILE);
    await page.getByText("house is in use.").waitFor();
  });

  test("that needs another one stays in use when the page is opened again, whatever their names", async () => {
    const [framework, mapping] = ONE_FILE.split(/^(?=mappings:)/m) as [string, string];
    await open();
    await drop("z-framework.yaml", framework.replace("name: house", "name: z-framework").replaceAll("house/", "z-framework/"));
    await page.getByText("z-framework is in use.").waitFor();
    await drop("a-mapping.yaml", `name: a-mapping\nversion: 1.0.0\napiVersion: 1\n${mapping.replaceAll("house/", "z-framework/")}`);
    await page.getByText("a-mapping is in use.").waitFor();
    await page.reload();
    await packs().getByText("a-mapping").first().waitFor();
    expect(await packs().getByRole("listitem").allInnerTexts()).toEqual([expect.stringMatching(/^a-mapping\b.*1 mapping/s), expect.stringMatching(/^z-framework\b.*1 framework/s)]);
  });

  test.each<[string, (path: string, text: string) => string, RegExp]>([
    [
      "names a threat that is not there",
      (path, text) =>
        path === "mapping.yaml"
          ? text.replace(
              "links: []",
              "links: [{ requirement: C-1, threats: [model-extracton], relation: addresses, strength: primary, rationale: A budget for each caller is what C-1 asks for., authority: product, source: own }]",
            )
          : text,
      /mapping\.yaml.*model-extracton/,
    ],
    ["is written for a later contract", (path, text) => (path === "package.json" ? text.replace('"apiVersion": 1', '"apiVersion": 9') : text), /apiVersion|contract/],
    ["has a key that could change a prototype", (path, text) => (path === "framework.yaml" ? `${text}__proto__: { polluted: true }\n` : text), /__proto__/],
    [
      "explodes when it is read",
      (path, text) =>
        path === "framework.yaml"
          ? `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, at) => `b${at}: &b${at} [${`*${at === 0 ? "a" : `b${at - 1}`},`.repeat(9)}]`).join("\n")}\n`
          : text,
      /alias/i,
    ],
  ])("that %s is told, and changes nothing", async (_, edit, message) => {
    await open();
    await chooseFolder(packFolder(edit));
    await page.locator(".notice.error li").first().waitFor();
    expect(await page.locator(".notice.error").innerText()).toMatch(message);
    expect(await packs().getByRole("listitem").count()).toBe(0);
    await openExample(page, "Customer support");
    await page.getByRole("heading", { name: /Threat model:/ }).waitFor();
  });
});

describe("a template of one's own", () => {
  const BOARD = readFileSync(fileURLToPath(new URL("../../../examples/templates/board.hbs", import.meta.url)), "utf8");
  const chooseTemplate = async (name: string, text: string) => {
    await open();
    await drop(name, text);
    await page.getByText(/is in use\./).waitFor();
    await openExample(page, "Customer support");
    await goToPart(page, "Documents");
    await page.getByLabel("Document", { exact: true }).selectOption(name.replace(".hbs", ""));
  };

  test("gives every format, with the bytes of the command line", async () => {
    await chooseTemplate("board.hbs", BOARD);
    const folder = mkdtempSync(join(tmpdir(), "strideml-web-"));
    writeFileSync(join(folder, "board.hbs"), BOARD);
    cli(["generate", EXAMPLE, "--template", join(folder, "board.hbs"), "--format", "md,html,docx,pdf", "--output", `${folder}/out/`, "--quiet"]);
    for (const file of readdirSync(join(folder, "out"))) {
      const { name, bytes } = await download(page, `Download ${file.split(".").at(-1)!.toUpperCase()}`);
      expect([name, bytes.equals(readFileSync(join(folder, "out", file)))]).toEqual([file, true]);
    }
  });

  test("with a misspelt name is told with line and column", async () => {
    await open();
    await drop("mine.hbs", "# {{sistem.name}}\n");
    await page.getByText("line 1, column 5").waitFor();
  });

  test("that loops without end is ended, and the page goes on", async () => {
    const depth = 9;
    await chooseTemplate("loop.hbs", `${"{{#each @root.findings}}".repeat(depth)}{{/each}}${"{{/each}}".repeat(depth - 1)}\n`);
    await page.getByRole("button", { name: "Download MD" }).click();
    await page.getByText("took longer than 10 seconds").waitFor({ timeout: 20_000 });
    await goToPart(page, "Overview");
    await page.getByRole("heading", { name: "Highest findings" }).or(page.locator(".categories")).first().waitFor();
  });
});

describe("a file of another tool", () => {
  test.each(readdirSync(SAMPLES).filter((name) => name !== "threat-dragon-1.json"))("%s shows what was read and lost, and leads on", async (name) => {
    await open();
    await drop(name, readFileSync(join(SAMPLES, name), "utf8"));
    await page.getByRole("heading", { name: `Read from ${name}` }).waitFor();
    expect(await page.locator(".imported tbody tr").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: /Show the threat model|Answer what is open/ }).click();
    await page
      .getByRole("heading", { name: /Threat model:|\?$/ })
      .first()
      .waitFor();
  });

  test("that is not whole is told, and the model stays", async () => {
    await open();
    await drop("threat-dragon.json", readFileSync(join(SAMPLES, "threat-dragon.json"), "utf8").slice(0, 800));
    await page.locator(".notice.error").waitFor();
    await page.locator(".card").first().waitFor();
  });
});
