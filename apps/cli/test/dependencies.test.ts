import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./run.js";

type Manifest = Partial<Record<"dependencies" | "devDependencies" | "peerDependencies", Record<string, string>>>;

/** Where manifests are, by the name that the table calls them. */
const FOLDERS: [name: string, folder: string][] = [
  ["workspace", "."],
  ...["packages", "apps"].flatMap((parent) => readdirSync(join(ROOT, parent)).map((name): [string, string] => [name, `${parent}/${name}`])),
  ...["tools/pnpm", "tools/registry"].map((folder): [string, string] => [folder, folder]),
];

/** Packages of the workspace itself, and types, which go with what they are of. */
const OURS = /^(?:@strideml\/|@types\/|strideml$|create-strideml-plugin$)/;

const namedIn = (folder: string): string[] => {
  const file = join(ROOT, folder, "package.json");
  if (!existsSync(file)) return [];
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }).filter((name) => !OURS.test(name));
};

const inManifests = (): string[] => FOLDERS.flatMap(([name, folder]) => namedIn(folder).map((each) => `${each}: ${name}`)).toSorted();

const inTable = (): string[] =>
  [...readFileSync(join(ROOT, "docs/dependencies.md"), "utf8").matchAll(/^\| ([^|]+) \| [^|]+ \| ([^|]+) \|/gm)]
    .filter(([, packages = ""]) => !packages.startsWith("package ") && !packages.startsWith(":-"))
    .flatMap(([, packages = "", users = ""]) => packages.split(",").flatMap((each) => users.split(",").map((user) => `${each.trim()}: ${user.trim()}`)))
    .toSorted();

test("docs/dependencies.md names every package that a manifest names, and who uses it", () => expect(inTable()).toEqual(inManifests()));
