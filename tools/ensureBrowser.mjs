// The tests of the page need a browser. One of the system is taken; on a Debian machine without one it is installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

const find = () => [process.env.STRIDEML_BROWSER, ...PATHS].find((path) => path !== undefined && existsSync(path));

const asRoot = (command, args) => {
  const [program, ...rest] = process.getuid?.() === 0 ? [command, ...args] : ["sudo", "-n", command, ...args];
  return spawnSync(program, rest, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
};

/** Finds or installs a browser, and names it for the tests. Says what to do where neither works; the tests then fail. */
export const ensureBrowser = () => {
  if (!find() && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the tests of the page …");
    if (asRoot("apt-get", ["update", "-qq"])) asRoot("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"]);
  }
  const browser = find();
  if (browser) process.env.STRIDEML_BROWSER = browser;
  else console.error("no Chromium found: install it, or name one in STRIDEML_BROWSER");
};
