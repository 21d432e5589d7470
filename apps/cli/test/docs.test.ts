// Every command shown in the documentation is run, in a folder of its own, in the order shown.
import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, scratch, strideml } from "./run.js";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "apps/cli/README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const commandsOf = (page: string): string[] =>
  [...readFileSync(join(ROOT, page), "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap((block) => block[1]!.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line.startsWith("npx strideml "));

/** Splits as a shell does with double quotes, the only quoting the documentation uses. */
const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);

test.each(pages)("%s", (page) => {
  const cwd = scratch();
  cpSync(join(ROOT, "examples"), join(cwd, "examples"), { recursive: true });
  for (const command of commandsOf(page)) {
    const { code, err } = strideml(words(command).slice(2), { cwd });
    expect(`${command}: ${code} ${code === 0 ? "" : err}`).toBe(`${command}: 0 `);
  }
});

test("the README does show commands", () => expect(commandsOf("README.md").length).toBeGreaterThan(4));

test("the template shown is the one among the examples", () => {
  const shown = /^```hbs\n([\s\S]*?)^```/m.exec(readFileSync(join(ROOT, "docs/templates.md"), "utf8"))?.[1];
  expect(shown).toBe(readFileSync(join(ROOT, "examples/templates/board.hbs"), "utf8"));
});

test("files and folders of the repository that pages name are there", () => {
  const named = /`((?:packages|apps|templates|tools|examples|docs)\/[\w./-]+)`/g;
  // What a build or a run makes.
  const made = /\/(?:dist|dist-single|generated|schema)(?:\/|$)/;
  const missing = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), "utf8").matchAll(named)]
      .map((match) => match[1]!)
      .filter((path) => !made.test(path) && !existsSync(join(ROOT, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("links between pages lead somewhere", () => {
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), "utf8").matchAll(/(?<!!\[[^\]]*)\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => join(ROOT, page, "..", match[1]!))
      .filter((path) => {
        try {
          readFileSync(path);
          return false;
        } catch {
          return true;
        }
      }),
  );
  expect(broken).toEqual([]);
});
