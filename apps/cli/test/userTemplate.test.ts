import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS, scratch, strideml } from "./run.js";

const HEAD = "---\ntitle: For the board\ndescription: Half a page.\n---\n";
const BOARD = `${HEAD}# {{system.name}}

**{{overall.score}} of 10.**

![Severity](figure:matrix)

{{#each findings}}
- {{title}} ({{score}})
{{/each}}
`;

const folderWith = (text: string): string => {
  const folder = scratch();
  writeFileSync(join(folder, "board.hbs"), text);
  return folder;
};
const generate = (text: string, ...more: string[]) => {
  const cwd = folderWith(text);
  return { cwd, ...strideml(["generate", ...FLAGS, "--template", "board.hbs", ...more], { cwd }) };
};

describe("a template in one file", () => {
  test("gives every format, twice the same", () => {
    const first = generate(BOARD, "--format", "md,html,docx,pdf", "--output", "out/");
    expect(first.err).not.toContain("error");
    expect(first.code).toBe(0);
    const names = readdirSync(join(first.cwd, "out"));
    expect(names.map((name) => name.split(".").at(-1)).sort()).toEqual(["docx", "html", "md", "pdf"]);
    const second = generate(BOARD, "--format", "md");
    expect(second.out).toBe(generate(BOARD, "--format", "md").out);
    expect(second.out).toMatch(/^# /);
    expect(second.out).not.toContain("title: For the board");
  });

  test("needs no head", () => expect(generate("{{overall.score}}\n").out).toMatch(/^\d/));

  test("a misspelt name is told with its line and column, and nothing is written", () => {
    const { code, err, cwd } = generate(`${HEAD}# {{sistem.name}}\n`, "--output", "out.md");
    expect(code).toBe(2);
    expect(err).toContain("board.hbs:5:5: nothing is called sistem.name here");
    expect(err).toContain("did you mean system");
    expect(existsSync(join(cwd, "out.md"))).toBe(false);
  });

  test("markup in an answer stays text", () => {
    const cwd = folderWith("{{system.name}}\n");
    const { out } = strideml(["generate", ...FLAGS, "--name", "<script>alert(1)</script>", "--template", "board.hbs", "--format", "html"], { cwd });
    expect(out).not.toContain("<script>alert");
    expect(out).toContain("alert(1)");
  });

  test("one that goes on and on is ended, and said to be", () => {
    const open = (count: number) => "{{#each @root.findings}}".repeat(count);
    const { code, err } = generate(`${open(9)}${"x".repeat(10_000)}${"{{/each}}".repeat(9)}`);
    expect(code).toBe(2);
    expect(err).toMatch(/board\.hbs.*(?:takes longer than|takes more than|gives more)/);
    expect(err).not.toContain("    at ");
  });

  test("a file that is not there, and a name that is none, say so", () => {
    const cwd = scratch();
    const missing = strideml(["generate", ...FLAGS, "--template", "./nothing.hbs"], { cwd });
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("nothing.hbs") as string]);
    const unknown = strideml(["generate", ...FLAGS, "--template", "executive-sumary"], { cwd });
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("executive-summary") as string]);
  });

  test("an unknown key in the head is told with its line", () => {
    const { code, err } = generate("---\ntitle: A\ntitel: B\n---\nx\n");
    expect([code, err]).toEqual([2, expect.stringContaining("titel") as string]);
  });
});
