// npm run figures: sizes, and how fast the page answers on a processor that is four times slower. Figures, not a test.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { runnerImport } from "vite";

const helper = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { startBrowser } = await helper("../test/browser.ts");
const { serve } = await helper("../test/serve.ts");

const SLOWDOWN = 4;
const RUNS = 20;
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const assets = at("dist/assets");
const gzipped = (file) => gzipSync(readFileSync(join(assets, file)), { level: 9 }).length;
const sizes = Object.fromEntries(readdirSync(assets).map((file) => [file, gzipped(file)]));
for (const [file, size] of Object.entries(sizes)) console.log(`${kilobytes(size).padStart(10)} gzip  ${file}`);

/** Files that must be there before one of them runs: what it imports, and so on. Knowledge and much else is imported later, by a call. */
const neededBy = (file, needed = new Set()) => {
  if (needed.has(file)) return needed;
  needed.add(file);
  for (const [, other] of readFileSync(join(assets, file), "utf8").matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) neededBy(other, needed);
  return needed;
};
const first = new Set(Object.keys(sizes).flatMap((file) => (/^(?:index|engine\.worker)-.*\.js$/.test(file) ? [...neededBy(file)] : [])));
console.log(`${kilobytes([...first].reduce((sum, file) => sum + sizes[file], 0)).padStart(10)} gzip  JavaScript for first use (target 120 KB)`);
console.log(`${kilobytes(statSync(at("dist-single/strideml.html")).size).padStart(10)}       the page as a single file (target 3072 KB)`);

const host = await serve(at("dist"));
const browser = await startBrowser();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
const slow = await page.context().newCDPSession(page);
await slow.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });

/** What this machine takes for the least a browser has to do: other texts in 100 elements, until they are drawn. Figures of two machines compare by their multiples of it. */
const redrawn = (text) =>
  page.evaluate(
    (text) =>
      new Promise((done) => {
        const start = performance.now();
        for (const element of document.querySelectorAll("p")) element.textContent = `${text} ${element.className}`;
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }),
    text,
  );
await page.setContent(Array.from({ length: 100 }, (_, place) => `<p class="${place}"></p>`).join(""));
const redraws = [];
for (let run = 0; run < RUNS; run++) redraws.push(await redrawn(run % 2 === 0 ? "Likelihood" : "Impact"));
const baseline = median(redraws);
console.log(`${baseline.toFixed(0).padStart(7)} ms       100 texts drawn again, processor ${SLOWDOWN} times slower: the baseline`);

await page.addInitScript(() => {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
});
await page.goto(host.url);
await page.waitForTimeout(4000);
const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
console.log(`${paint.toFixed(0).padStart(7)} ms       first contentful paint, processor ${SLOWDOWN} times slower`);
const longest = async (what) => {
  const tasks = await page.evaluate(() => globalThis.longTasks.splice(0));
  console.log(
    `${Math.max(0, ...tasks)
      .toFixed(0)
      .padStart(7)} ms       longest task: ${what} (target 100 ms)`,
  );
};
await longest("first visit");
// Clicked from within: what the driver does to find an element would count as work of the page.
await page.evaluate(() => [...document.querySelectorAll(".card")].find(({ textContent }) => textContent.startsWith("Customer support")).click());
await page.waitForTimeout(1500);
await longest("an example opens");

/** From the change of an answer to the frame that shows its result. */
const change = (value) =>
  page.evaluate(
    (value) =>
      new Promise((done) => {
        const status = document.querySelector(".model > [role=status]");
        const select = document.querySelectorAll(".answers select")[3];
        const start = performance.now();
        const seen = new MutationObserver(() => {
          if (status.textContent === "") return;
          seen.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        });
        seen.observe(status, { childList: true, characterData: true, subtree: true });
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    value,
  );
for (const part of ["overview", "findings", "mitigations", "frameworks"]) {
  await page.goto(`${host.url}#/result/${part}`);
  await page.waitForTimeout(1000);
  await longest(`${part} opens`);
  const times = [];
  for (let run = 0; run < RUNS; run++) times.push(await change(run % 2 === 0 ? "internal" : "public"));
  const time = median(times);
  console.log(`${time.toFixed(0).padStart(7)} ms       answer to updated ${part}, median of ${RUNS} (target 50 ms), ${(time / baseline).toFixed(1)} x the baseline`);
  await longest(`${part} updates`);
}
await browser.close();
await host.close();
