// Empties dist and marks what will be in it as CommonJS.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
writeFileSync(new URL("../dist/package.json", import.meta.url), '{ "type": "commonjs" }\n');
