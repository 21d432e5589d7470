// Builds the folder for static hosts, its service worker, and the page that is a single file.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { singleFile } from "./singleFile.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = join(root, "dist");

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();

/** The service worker keeps what is there after the build; its cache is named by the content, so that a new build makes a new one. */
const writeServiceWorker = () => {
  const all = files(dist);
  const digest = createHash("sha256");
  for (const file of all) digest.update(readFileSync(file));
  const list = ["./", ...all.map((file) => `./${relative(dist, file).replaceAll("\\", "/")}`).filter((name) => name !== "./index.html")];
  const source = readFileSync(join(root, "build/service-worker.js"), "utf8");
  writeFileSync(join(dist, "service-worker.js"), source.replace("BUILD", digest.digest("hex").slice(0, 12)).replace('"FILES"', JSON.stringify(list)));
};

await build({ root, logLevel: "warn" });
writeServiceWorker();
await singleFile(root);
