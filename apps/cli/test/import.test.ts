import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, scratch, strideml } from "./run.js";

const SAMPLES = join(ROOT, "packages/formats/test/importers/samples");
const sample = (name: string) => join(SAMPLES, name);
const importInto = (cwd: string, ...args: string[]) => strideml(["import", ...args], { cwd });

describe("strideml import", () => {
  test.each(readdirSync(SAMPLES).filter((name) => name !== "threat-dragon-1.json"))("%s becomes a system file that generate takes, or says what is open", (name) => {
    const cwd = scratch();
    const { code, err } = importInto(cwd, sample(name));
    expect([code, err]).toEqual([0, expect.stringContaining("wrote strideml.yaml") as string]);
    const open = [...err.matchAll(/^open {4}profile\.(\w+)/gm)].map((match) => match[1]);
    const made = strideml(["generate", "strideml.yaml", "-q", "--template", "executive-summary"], { cwd });
    if (open.length === 0) expect([made.code, made.err]).toEqual([0, ""]);
    else for (const question of open) expect(made.err).toContain(question);
  });

  test("each answer says where it was read and how sure it is, and what was lost is told", () => {
    const cwd = scratch();
    const { err } = importInto(cwd, sample("threat-dragon.json"));
    expect(readFileSync(join(cwd, "strideml.yaml"), "utf8")).toMatch(/dataSensitivity: health # a guess, check it; the word "patient"/);
    expect(err).toMatch(/^guess {3}profile\.dataSensitivity = health/m);
    expect(err).toMatch(/^lost {4}1 threat that is not ours/m);
  });

  test("what is open stands in the file with its choices", () => {
    const { out } = importInto(scratch(), sample("weld-net.cdx.json"), "--output", "-", "-q");
    expect(out).toMatch(/^# Still to be answered, under profile:\n# deployment: cloud-api, saas, /m);
  });

  test("a file that is there is not overwritten, unless that is asked for", () => {
    const cwd = scratch();
    writeFileSync(join(cwd, "strideml.yaml"), "mine");
    expect(importInto(cwd, sample("weather-whisper.md"))).toMatchObject({ code: 2, err: expect.stringContaining("exists already") as string });
    expect(readFileSync(join(cwd, "strideml.yaml"), "utf8")).toBe("mine");
    expect(importInto(cwd, sample("weather-whisper.md"), "--force").code).toBe(0);
  });

  test("a format can be named, and a wrong name is told with the right ones", () => {
    expect(importInto(scratch(), sample("helpdesk.tc.json"), "--format", "threat-composer").code).toBe(0);
    expect(importInto(scratch(), sample("helpdesk.tc.json"), "--format", "threat-composr").err).toContain("did you mean threat-composer");
  });
});

test.each(readdirSync(SAMPLES).filter((name) => name !== "threat-dragon-1.json"))("generate says what to do with %s", (name) => {
  const { code, err } = strideml(["generate", sample(name)]);
  expect([code, err]).toEqual([2, expect.stringMatching(/is no system file, but one of .*strideml import /) as string]);
});

describe("what cannot be read is told, and nothing is written", () => {
  const nested = `${"[".repeat(500)}${"]".repeat(500)}`;
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, at) => `<!ENTITY b${at} "${`&${at === 0 ? "a" : `b${at - 1}`};`.repeat(10)}">`).join("")}]><ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model">&b11;</ThreatModel>`;
  test.each([
    ["a truncated file", "model.json", readFileSync(sample("threat-dragon.json"), "utf8").slice(0, 900), /cannot be read|ends|JSON/],
    ["a foreign file", "notes.txt", "Dear all,\n", /no format that can be imported/],
    ["an empty file", "model.json", "", /empty|no format/],
    ["an older version", "old.json", readFileSync(sample("threat-dragon-1.json"), "utf8"), /Threat Dragon 1/],
    ["entities that explode", "model.tm7", bomb, /entit|DOCTYPE|refused/i],
    ["nesting without end", "model.otm", `{"otmVersion":"0.2.0","project":${nested}}`, /deep|nest/],
    ["binary content", "model.json", Buffer.from([0xff, 0xfe, 0xfd, 0x80]), /UTF-8/],
  ])("%s", (_, name, content, message) => {
    const cwd = scratch();
    writeFileSync(join(cwd, name), content);
    const { code, err } = importInto(cwd, name);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toContain("    at ");
    expect(existsSync(join(cwd, "strideml.yaml"))).toBe(false);
  });

  test("a file of 100 MB", () => {
    const cwd = scratch();
    writeFileSync(join(cwd, "big.json"), Buffer.alloc(100 * 1024 * 1024, 32));
    expect(importInto(cwd, "big.json")).toMatchObject({ code: 2, err: expect.stringContaining("larger than 50 MB") as string });
  });
});
