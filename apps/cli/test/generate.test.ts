import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS, ROOT, scratch, strideml } from "./run.js";

interface Artefact {
  format: string;
  system: { name: string };
  overall: { score: number };
  threats: { id: string; score: number; annotations: { framework: string }[] }[];
  frameworks: { id: string }[];
}

const artefact = (text: string) => JSON.parse(text) as Artefact;

describe("strideml generate", () => {
  test("four flags give a Markdown report on stdout and words on stderr", () => {
    const { code, out, err } = strideml(["generate", ...FLAGS]);
    expect(code).toBe(0);
    expect(out).toMatch(/^# Threat model: Unnamed system\n/);
    expect(out).toContain("```mermaid\nflowchart LR");
    expect(err).toMatch(/overall \d+ of 10/);
  });
  test("the JSON artefact has its format, findings, seven frameworks and their annotations", () => {
    const model = artefact(strideml(["generate", ...FLAGS, "--format", "json"]).out);
    expect(model.format).toBe("strideml/threat-model@1");
    expect(model.frameworks.map(({ id }) => id)).toEqual(["eu-ai-act", "iso-42001", "mitre-atlas", "nist-ai-rmf", "owasp-agentic-top10", "owasp-llm-top10", "owasp-ml-top10"]);
    const linked = new Set(model.threats.flatMap((finding) => finding.annotations.map((link) => link.framework)));
    expect(linked.size).toBeGreaterThanOrEqual(6);
  });
  test("a file, standard input and flags over a file give the same system", () => {
    const file = "examples/consumer-credit-scorer.yaml";
    const fromFile = strideml(["generate", file, "-f", "json", "-q"]).out;
    const fromStdin = strideml(["generate", "-", "-f", "json", "-q"], { input: readFileSync(join(ROOT, file)) }).out;
    expect(fromStdin).toBe(fromFile);
    const wider = artefact(strideml(["generate", file, "-f", "json", "-q", "--access-level", "public"]).out);
    expect(wider.overall.score).toBeGreaterThanOrEqual(artefact(fromFile).overall.score);
  });
  test("the same input gives the same bytes", () => {
    for (const format of ["md", "html", "json"]) {
      const args = ["generate", "examples/factory-gate-camera.yaml", "-f", format, "-q"];
      expect(strideml(args).out).toBe(strideml(args, { env: { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" } }).out);
    }
  });
  test("several formats go into a directory, named after the system", () => {
    const cwd = scratch();
    expect(strideml(["generate", ...FLAGS, "--name", "Ünsere Hilfe / Β", "-f", "md,html,json", "-o", "out/", "-q"], { cwd }).code).toBe(0);
    expect(readdirSync(join(cwd, "out")).toSorted()).toEqual(["unsere-hilfe.threat-model.html", "unsere-hilfe.threat-model.json", "unsere-hilfe.threat-model.md"]);
  });
  test("the format follows from the name of the output", () => {
    const cwd = scratch();
    strideml(["generate", ...FLAGS, "-o", "model.json", "-q"], { cwd });
    expect(artefact(readFileSync(join(cwd, "model.json"), "utf8")).format).toBe("strideml/threat-model@1");
  });
  test("a refinement by flag", () => {
    const model = JSON.parse(strideml(["generate", ...FLAGS, "-f", "json", "-q", "--context", "training.mode=online", "--context", "regulations=gdpr,dora"]).out) as {
      context: object;
    };
    expect(model.context).toMatchObject({ "training.mode": "online", regulations: ["gdpr", "dora"] });
  });
  test("--quiet says nothing, NO_COLOR and pipes give no colour", () => {
    expect(strideml(["generate", ...FLAGS, "-q"]).err).toBe("");
    expect(strideml(["generate", ...FLAGS]).err).not.toContain("\u001B");
  });
  test("the executive summary is one page of text", () => {
    const { out } = strideml(["generate", "examples/support-assistant.yaml", "-t", "executive-summary", "-q"]);
    expect(out.split("\n").length).toBeLessThan(60);
  });
});

describe("what a user wrote renders literally", () => {
  const HOSTILE = "<script>alert(1)</script> **bold** [x](javascript:alert(1)) | `tick` https://evil.example \u202Ertl ![i](http://evil.example/i.png)";
  const args = ["generate", ...FLAGS, "--name", HOSTILE, "-q"];
  test("in HTML: no script, no link, no image, no hidden direction", () => {
    const { out } = strideml([...args, "-f", "html"]);
    expect(out).not.toMatch(/<script|javascript:alert\(1\)"|href="https:\/\/evil|<img|\u202E/);
    expect(out).toContain("**bold**");
  });
  test("in Markdown: every mark is escaped", () => {
    const [title] = strideml(args).out.split("\n");
    expect(title).toContain("\\<script\\>");
    expect(title).toContain("https\\://evil.example");
    expect(title).not.toContain("\u202E");
  });
});

describe("files are written whole or not at all", () => {
  test("an unwritable place: one clear error, nothing left behind", () => {
    const cwd = scratch();
    const { code, err } = strideml(["generate", ...FLAGS, "-f", "md,json", "-o", "/proc/none/"], { cwd });
    expect(code).toBe(2);
    expect(
      err
        .trim()
        .split("\n")
        .filter((line) => line.startsWith("error:")),
    ).toHaveLength(1);
    expect(existsSync("/proc/none")).toBe(false);
  });
  test("a directory in place of the output file", () => {
    const cwd = scratch();
    expect(strideml(["generate", ...FLAGS, "-f", "md,json", "-o", "one.md"], { cwd })).toMatchObject({ code: 2 });
    expect(readdirSync(cwd)).toEqual([]);
  });
});
