// The example systems by name, for the tests of plugins: threats prove themselves on them, exporters are tried on them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const folder = new URL("../../../examples/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .toSorted();
const systems = Object.fromEntries(files.map((name) => [name.replace(/\.yaml$/, ""), parse(readFileSync(new URL(name, folder), "utf8"))]));
writeFileSync(new URL("../dist/examples.json", import.meta.url), JSON.stringify(systems));
