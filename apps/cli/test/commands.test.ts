import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS, scratch, strideml } from "./run.js";

describe("strideml init", () => {
  test("writes a system file from flags that generate accepts", () => {
    const cwd = scratch();
    expect(strideml(["init", "mine.yaml", "--name", "Mine: a # test", ...FLAGS], { cwd }).code).toBe(0);
    expect(strideml(["generate", "mine.yaml", "-q"], { cwd }).out).toContain("# Threat model: Mine: a # test");
  });
  test("never overwrites unless told to", () => {
    const cwd = scratch();
    const args = ["init", "mine.yaml", "--name", "One", ...FLAGS];
    strideml(args, { cwd });
    const before = readFileSync(join(cwd, "mine.yaml"), "utf8");
    expect(strideml(args.with(3, "Two"), { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, "mine.yaml"), "utf8")).toBe(before);
    expect(strideml([...args.with(3, "Two"), "--force"], { cwd }).code).toBe(0);
  });
  test("writes nothing for a wrong answer", () => {
    const cwd = scratch();
    expect(strideml(["init", "mine.yaml", "--name", "A", ...FLAGS.with(1, "rug")], { cwd }).code).toBe(2);
    expect(existsSync(join(cwd, "mine.yaml"))).toBe(false);
  });
});

describe("strideml list", () => {
  test.each(["threats", "mitigations", "frameworks", "questionnaires", "templates", "formats", "questions"])("%s: lines for people, an array for programs", (what) => {
    const rows = strideml(["list", what]).out.trim().split("\n");
    const entries = JSON.parse(strideml(["list", what, "--json"]).out) as { id: string }[];
    expect(rows).toHaveLength(entries.length);
    expect(rows[0]).toContain(entries[0]!.id);
  });
});

describe("strideml explain", () => {
  test("every point has its reason, and the arithmetic ends in the score", () => {
    const { out, code } = strideml(["explain", "indirect-prompt-injection", ...FLAGS]);
    expect(code).toBe(0);
    for (const word of ["exposure", "ease", "availability", "likelihood", "impact", "rounded to", "dismiss it when"]) expect(out).toContain(word);
  });
});

describe("strideml batch", () => {
  const line = (modelType: string, name = modelType) =>
    JSON.stringify({ schemaVersion: 1, system: { name }, profile: { modelType, deployment: "saas", dataSensitivity: "personal", accessLevel: "public" } });
  test("answers in the order of the questions", () => {
    const { code, out } = strideml(["batch", "-"], { input: `${line("rag")}\n${line("tabular")}\n\n${line("agent")}` });
    expect(code).toBe(0);
    const names = out
      .trim()
      .split("\n")
      .map((each) => (JSON.parse(each) as { system: { name: string } }).system.name);
    expect(names).toEqual(["rag", "tabular", "agent"]);
  });
  test("a bad line keeps its place and the others go on; exit 2", () => {
    const { code, out, err } = strideml(["batch", "-"], { input: `${line("rag")}\n{"nonsense\n${line("rug")}\n${line("llm")}\n` });
    expect(code).toBe(2);
    const results = out
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each) as { problems?: object[]; system?: object });
    expect(results.map((each) => (each.problems ? "problem" : "model"))).toEqual(["model", "problem", "problem", "model"]);
    expect(err).toContain("standard input:3: profile.modelType: unknown value rug");
  });
  test("leaves out the texts, never a finding, a score or a requirement", () => {
    interface Model {
      overall: object;
      threats: { id: string; score: number; factors: object[]; annotations: { requirement: string }[] }[];
    }
    const essence = ({ overall, threats }: Model) => ({
      overall,
      threats: threats.map(({ id, score, factors, annotations }) => ({ id, score, factors, requirements: annotations.map(({ requirement }) => requirement) })),
    });
    const [compact, full] = [[], ["--full"]].map((more) => JSON.parse(strideml(["batch", "-", ...more], { input: line("rag") }).out) as Model);
    expect(essence(compact!)).toEqual(essence(full!));
    expect(JSON.stringify(compact).length).toBeLessThan(JSON.stringify(full).length / 2);
  });
  test("in full gives the same model as generate", () => {
    const fromBatch = JSON.parse(strideml(["batch", "-", "--full"], { input: line("rag", "Unnamed system") }).out) as object;
    const fromGenerate = JSON.parse(strideml(["generate", ...FLAGS, "-f", "json", "-q"]).out) as object;
    expect(fromBatch).toEqual(fromGenerate);
  });
});

describe("help", () => {
  test("--help and --version", () => {
    expect(strideml(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("generate") as string });
    expect(strideml(["generate", "--help"]).out).toContain("--data-sensitivity");
    expect(strideml(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
