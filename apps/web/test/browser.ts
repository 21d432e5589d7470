import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Starts a browser of the system. Without one the tests fail: a page that no browser has seen is not tested. */
export const startBrowser = (): Promise<Browser> => {
  const executablePath = [process.env["STRIDEML_BROWSER"], ...PATHS].find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error(`no Chromium found; install it (Debian: apt-get install chromium) or name it in STRIDEML_BROWSER. Looked at ${PATHS.join(", ")}`);
  return chromium.launch({ executablePath, args: FLAGS });
};
