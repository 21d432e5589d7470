import { chromium, type Browser } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Starts the browser that `tools/ensureBrowser.mjs` found. Without one the tests fail: a page that no browser has seen is not tested. */
export const startBrowser = (flags: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: process.env["STRIDEML_BROWSER"] ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
