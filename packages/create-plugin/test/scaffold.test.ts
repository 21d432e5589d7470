import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { KINDS, scaffold } from "../src/index.js";

const filesOf = (kind: (typeof KINDS)[number], name = "@acme/strideml-plugin-badges") => {
  const made = scaffold(kind, name);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return new Map(made.value.map(({ path, text }) => [path, text]));
};

describe.each(KINDS)("a new plugin of the kind %s", (kind) => {
  const files = filesOf(kind);
  const manifest = JSON.parse(files.get("package.json")!) as { files: string[]; strideml: { pack?: string }; exports?: object; publishConfig: object };

  test("has a manifest that can be published", () => {
    expect(manifest).toMatchObject({ name: "@acme/strideml-plugin-badges", version: "0.1.0", license: "Apache-2.0", publishConfig: { access: "public" } });
    expect(manifest.strideml.pack === undefined).toBe(kind === "exporter");
  });

  test("brings tests, CI, changesets and a README that shows how it is used", () => {
    for (const path of ["README.md", "test/plugin.test.js", ".github/workflows/ci.yml", ".changeset/config.json", "strideml.config.yaml"]) expect(files.has(path), path).toBe(true);
    expect(files.get("README.md")).toContain('- "@acme/strideml-plugin-badges"');
  });

  test("names its schema in every file of data, so that editors help", () => {
    for (const [path, text] of files)
      if (/^(?:framework|mapping|threats\/|mitigations\/|questionnaires\/)/.test(path)) expect(text.split("\n")[0], path).toMatch(/^# yaml-language-server: \$schema=/);
  });

  test("keeps every id in its own namespace", () => {
    for (const [path, text] of files) {
      if (!/^(?:framework\.yaml|threats\/|mitigations\/|questionnaires\/)/.test(path)) continue;
      expect((parse(text) as { id: string }).id).toMatch(/^acme\//);
    }
  });

  test("is the same twice", () => expect([...filesOf(kind)]).toEqual([...files]));
});

test.each(["Has Capitals", "../outside", "", "a".repeat(250), "@scope/", "name with spaces"])("the name %j is refused", (name) => expect(scaffold("mapping", name).ok).toBe(false));
