#!/usr/bin/env node
// npm create strideml-plugin KIND NAME [FOLDER]
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { KINDS, scaffold, writeFolder } from "../dist/index.js";

const USAGE = `npm create strideml-plugin KIND NAME [FOLDER]

  KIND    ${KINDS.join(", ")}
  NAME    of the package, such as @acme/strideml-plugin-controls
  FOLDER  new or empty; as the name, without its scope, where it is left out
`;

const stop = (problems) => {
  for (const { file, message, expected, hint } of problems)
    console.error(`error: ${[[file, message].filter(Boolean).join(": "), expected && `expected ${expected}`, hint].filter(Boolean).join("; ")}`);
  process.exit(2);
};

const [kind = "", name = "", folder = name.split("/").at(-1), ...more] = process.argv.slice(2);
if (["--help", "-h"].includes(kind)) {
  process.stdout.write(USAGE);
  process.exit(0);
}
if (more.length > 0) stop([{ message: `one argument too many: ${more[0]}`, expected: USAGE.split("\n")[0] }]);
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const files = scaffold(kind, name, version);
if (!files.ok) stop(files.problems);
const written = await writeFolder(resolve(folder), files.value, folder);
if (!written.ok) stop(written.problems);
console.error(`wrote ${written.value} files to ${folder}; next: cd ${folder}, npm install, npm test`);
