#!/usr/bin/env node
// npm create strideml-plugin KIND NAME [FOLDER]
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { KINDS, scaffold } from "../dist/index.js";

const [kind, name, folder = name?.split("/").at(-1)] = process.argv.slice(2);

const stop = (message) => {
  console.error(`error: ${message}`);
  process.exit(2);
};

if (!KINDS.includes(kind) || !name) stop(`say which kind and which name; expected npm create strideml-plugin ${KINDS.join("|")} @acme/strideml-plugin-controls [FOLDER]`);
if (existsSync(folder)) stop(`${folder} exists already; nothing was written`);
const made = scaffold(kind, name);
if (!made.ok) stop(made.problems.map(({ message, expected }) => `${message}; expected ${expected}`).join("; "));
for (const { path, text } of made.value) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.error(`wrote ${made.value.length} files to ${folder}; next: cd ${folder}, npm install, npm test`);
