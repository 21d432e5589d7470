// The report as a pipeline reads it: with an XML parser that is not ours.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { toJUnit } from "../toJUnit.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(dirname(createRequire(import.meta.url).resolve("strideml/package.json")), "bin/strideml.cjs");
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", parseAttributeValue: true, isArray: (name) => ["testsuite", "testcase"].includes(name) });

const SYSTEM = "schemaVersion: 1\nsystem:\n  name: Shop assistant\nprofile: { modelType: rag, deployment: saas, dataSensitivity: personal, accessLevel: public }\n";
const strideml = (format, system = SYSTEM) => {
  const file = join(mkdtempSync(join(tmpdir(), "junit-")), "system.yaml");
  writeFileSync(file, system);
  return execFileSync(process.execPath, [cli, "generate", file, "--format", format, "--quiet", "--config", join(root, "strideml.config.yaml")], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
};
const read = (xml) => {
  assert.equal(XMLValidator.validate(xml), true);
  return parser.parse(xml).testsuites;
};
const casesOf = (report) => report.testsuite.flatMap(({ testcase }) => testcase);
const model = JSON.parse(strideml("json"));

test("every finding is a test, and the counts add up", () => {
  const report = read(strideml("junit"));
  const cases = casesOf(report);
  assert.equal(cases.length, model.threats.length);
  assert.equal(report.tests, cases.length);
  assert.equal(report.failures, cases.filter(({ failure }) => failure).length);
  for (const suite of report.testsuite) assert.equal(suite.tests, suite.testcase.length);
});

test("open findings from the threshold on fail, the others pass", () => {
  const open = (bands) => model.threats.filter(({ status, residual }) => ["open", "partly-mitigated"].includes(status) && bands.includes(residual.severity)).length;
  assert.equal(read(strideml("junit")).failures, open(["high", "critical"]));
  assert.equal(read(strideml("junit-medium")).failures, open(["medium", "high", "critical"]));
  assert.equal(read(strideml("junit-critical")).failures, open(["critical"]));
  assert.ok(open(["high", "critical"]) > 0);
});

test("a failure says the score, what to do and whose it is", () => {
  const { failure } = casesOf(read(strideml("junit"))).find((each) => each.failure);
  assert.match(failure.message, /^(high|critical), \d+ of 10: /);
  assert.match(failure["#text"], /To be done:\n- .+ \(.+, [SML]\)/);
});

test("an accepted finding is skipped, with who accepted it and until when", () => {
  const { id, threat } = model.threats.find(({ severity }) => severity === "high");
  const decision = `decisions:\n  findings:\n    - { id: ${id}, status: accepted, owner: Board, reason: Small shop, expires: 2027-01-31 }\n`;
  const found = casesOf(read(strideml("junit", SYSTEM + decision))).find(({ classname }) => classname.endsWith(`.${threat}`));
  assert.match(found.skipped.message, /accepted, by Board, until 2027-01-31, Small shop/);
  assert.equal(found.failure, undefined);
});

test("the same model gives the same bytes", () => assert.equal(strideml("junit"), strideml("junit")));

const HOSTILE = [
  `"><failure message="`,
  "]]>",
  "<![CDATA[",
  "<!--",
  "&lt;&#0;&bogus;",
  "\u0000\u0008\u001b[31m",
  "\ud800",
  "\uffff",
  "\u202etxt.exe",
  "a\r\nb\tc",
  "<?xml?>",
  "x".repeat(100_000),
];

for (const text of HOSTILE)
  test(`the text ${JSON.stringify(text.slice(0, 24))} stays a text, everywhere`, () => {
    const wild = structuredClone(model);
    wild.system.name = text;
    for (const finding of wild.threats)
      Object.assign(finding, { title: text, description: text, component: text, status: "open", residual: { ...finding.residual, severity: "critical" } });
    for (const mitigation of wild.mitigations) Object.assign(mitigation, { title: text, owner: text });
    const report = read(toJUnit(wild, "high"));
    assert.equal(casesOf(report).length, wild.threats.length);
    assert.equal(report.failures, wild.threats.length);
  });

test("a model without findings is an empty report", () => assert.equal(read(toJUnit({ ...model, threats: [] }, "high")).tests, 0));
