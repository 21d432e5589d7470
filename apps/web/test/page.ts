import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startBrowser } from "./browser.js";
import { serve } from "./serve.js";

export const DIST = fileURLToPath(new URL("../dist", import.meta.url));
export const SINGLE = fileURLToPath(new URL("../dist-single/strideml.html", import.meta.url));

type Options = Parameters<Browser["newContext"]>[0];

/** A page under watch: what must not happen in any test is collected here. */
export interface Watched {
  page: Page;
  context: BrowserContext;
  /** Errors, policy violations, and requests that left the origin. */
  faults: string[];
}

/** A browser with the built page on a static host. */
export interface Site {
  url: string;
  browser: Browser;
  open: (path?: string, options?: Options) => Promise<Watched>;
  close: () => Promise<void>;
}

const watch = (page: Page, origin: string): string[] => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || /content security policy/i.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(origin) && !address.startsWith("blob:") && !address.startsWith("data:") && !address.startsWith("file:")) faults.push(`left the origin: ${address}`);
  });
  return faults;
};

/** Starts a static host and a browser for one file of tests. */
export const startSite = async (): Promise<Site> => {
  const host = await serve(DIST);
  const browser = await startBrowser();
  return {
    url: host.url,
    browser,
    open: async (path = "", options) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const faults = watch(page, new URL(host.url).origin);
      await page.goto(`${host.url}${path}`);
      return { page, context, faults };
    },
    close: async () => {
      await browser.close();
      await host.close();
    },
  };
};

/** Opens an example and waits for its threat model. */
export const openExample = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name }).click();
  await page.locator(".dial").waitFor();
};

/** Goes to a part of the result by its tab. */
export const goToPart = (page: Page, name: string): Promise<void> => page.locator(".tabs").first().getByRole("link", { name, exact: true }).click();

/** Drops a file onto the page. */
export const dropFile = async (page: Page, name: string, content: string | Uint8Array) => {
  const data = typeof content === "string" ? content : [...content];
  const transfer = await page.evaluateHandle(
    ([file, bytes]) => {
      const made = new DataTransfer();
      made.items.add(new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], file));
      return made;
    },
    [name, data] as const,
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
};

/** What a button downloads. */
export const download = async (page: Page, button: string): Promise<{ name: string; bytes: Buffer; text: string }> => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  const bytes = readFileSync(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
};
