// Data packs that are wrong. All stand in one configuration, which one run of the doctor goes through to its end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { config, type Diagnosis, examined, type Files, framework, generated, mapping, pack, project, told } from "./pluginProject.js";
import { strideml } from "./run.js";

/** Name, files of the pack, code, where, and words of the message. */
type Case = [string, Files, string, RegExp, RegExp];

const one = (file: string, text: string | Buffer): Files => ({ [file]: text });
const both = (change: (text: string) => string): Files => ({ "framework.yaml": change(framework()), "mapping.yaml": mapping() });
const mapped = (change: (text: string) => string): Files => ({ "framework.yaml": framework(), "mapping.yaml": change(mapping()) });
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
  .split("")
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
  .join("\n")}\n`;
const override = (text: string): Files => one("overrides/o.yaml", `${text}\nbecause: Our people call it that.\n`);
const questionnaire = (more: string): string =>
  `id: acme/q\ntitle: Q\ndescription: D\nasOf: 2026-01-01\nquestions:\n  - { id: a, section: S, type: boolean, title: T, help: H, source: { text: X } }\n${more}`;
const threat = (id: string, broader: string): string => `id: acme/${id}
broader: ${broader}
stride: tampering
title: A threat
description: Somebody does something to it.
prerequisites: Access.
stage: inference
affects: [inference-service]
when: { modelType: rag }
likelihood:
  exposure: { via: model-interface }
  ease: { base: 3, because: It takes some skill. }
  availability: { base: 3, because: Tools are public. }
impact: { confidentiality: 1, integrity: 1, availability: 0, because: Something is lost. }
mitigations: [{ id: limit-query-rate-per-identity, effect: moderate }]
falsePositives: None.
references: [{ kind: paper, title: A paper, authors: Somebody, year: 2020, arxiv: "2001.00001" }]
examples: { fires: [support-assistant], quiet: [keyboard-dictation] }
`;

const CASES: Case[] = [
  ["an empty folder", one("notes.txt", "x"), "plugin-empty", /an-empty-folder:/, /holds nothing/],
  ["broken YAML", both(() => "id: [\n"), "yaml", /framework\.yaml:2:/, /bracket is not closed/],
  ["a key twice", both((text) => `${text}title: Again\n`), "yaml", /framework\.yaml:12:/, /twice/],
  ["an unknown tag", both((text) => text.replace("Controls", "!!js/function 'f'")), "yaml", /framework\.yaml:2:/, /tag that is not known/],
  ["aliases that explode", both((text) => text + bomb), "yaml", /framework\.yaml:/, /aliases/],
  ["endless nesting", both((text) => `${text}notes: ${"[".repeat(20_000)}`), "yaml", /framework\.yaml/, /nested|indented|end with/],
  ["forty levels", both((text) => `${text}notes: ${"[".repeat(40)}${"]".repeat(40)}\n`), "too-deep", /framework\.yaml:12:/, /deeper than/],
  ["a reserved key", both((text) => `${text}__proto__: { a: 1 }\n`), "reserved-key", /framework\.yaml:12:.*: __proto__/, /never accepted/],
  ["a reserved key in the manifest", { ...pack("."), "pack.yaml": "__proto__: { threats: [] }\n" }, "reserved-key", /pack\.yaml:1:/, /never accepted/],
  [
    "a reserved key deep inside",
    both((text) => text.replace("kind: control", "kind: control, constructor: 1")),
    "reserved-key",
    /framework\.yaml:11:.*requirements\[0\]\.constructor/,
    /never accepted/,
  ],
  ["not UTF-8", one("framework.yaml", Buffer.from([0x69, 0x64, 0x3a, 0xff, 0xfe])), "encoding", /framework\.yaml/, /UTF-8/],
  ["UTF-16", one("framework.yaml", Buffer.from(`\uFEFF${framework()}`, "utf16le")), "encoding", /framework\.yaml/, /UTF-8/],
  ["an empty entry", both(() => ""), "wrong-type", /framework\.yaml/, /is nothing/],
  ["an entry that is a list", both(() => "- a\n"), "wrong-type", /framework\.yaml/, /is a list/],
  ["an unknown key", both((text) => `${text}owner: me\n`), "unknown-key", /framework\.yaml:12:.*: owner/, /unknown key owner/],
  ["a missing key", both((text) => text.replace("publisher: Acme\n", "")), "missing", /framework\.yaml.*publisher/, /is missing/],
  ["a script as address", both((text) => text.replace("https://example.com/controls", "javascript:alert(1)")), "invalid", /framework\.yaml:7:.*url/, /URL/],
  ["a day that is none", both((text) => text.replace("2026-01-01", "2026-02-30")), "invalid", /framework\.yaml:8:.*asOf/, /2026-02-30/],
  ["a requirement that nobody speaks of", both((text) => `${text}  - { id: C-2, title: Owner, kind: control }\n`), "no-disposition", /framework\.yaml:12:/, /neither a link nor/],
  ["a requirement twice", both((text) => `${text}  - { id: C-1, title: Owner, kind: control }\n`), "duplicate-id", /framework\.yaml:12:/, /C-1 twice/],
  ["a parent that is not there", both((text) => text.replace("kind: control", "kind: control, parent: C")), "dangling-reference", /framework\.yaml:11:.*parent/, /no C/],
  [
    "a link to no threat",
    mapped((text) => text.replace("model-extraction", "model-extration")),
    "dangling-reference",
    /mapping\.yaml:5:.*threats\[0\]/,
    /did you mean model-extraction/,
  ],
  ["a link to no requirement", mapped((text) => text.replace("C-1\n", "C-9\n")), "dangling-reference", /mapping\.yaml:4:/, /C-9/],
  ["a link without a target", mapped((text) => text.replace("    threats: [model-extraction]\n", "")), "invalid", /mapping\.yaml:4:/, /at least one threat/],
  ["a rationale of one word", mapped((text) => text.replace(/rationale: .*/, "rationale: Obvious")), "invalid", /mapping\.yaml:8:/, /Obvious/],
  ["a mapping for another edition", mapped((text) => text.replace('"1"', '"2"')), "wrong-edition", /mapping\.yaml:2:/, /edition 2/],
  ["a mapping for no framework", one("mapping.yaml", mapping("nobody")), "dangling-reference", /mapping\.yaml:1:/, /nobody\/controls/],
  [
    "ids without a namespace",
    { "framework.yaml": framework().replace("acme/", ""), "mapping.yaml": mapping().replace("acme/", "") },
    "no-namespace",
    /framework\.yaml:1:/,
    /namespace/,
  ],
  ["ids in two namespaces", { ...pack("."), "frameworks/b.yaml": framework("beta"), "mappings/b.yaml": mapping("beta") }, "no-namespace", /mework.*\.yaml:1:/, /expected acme\//],
  [
    "broader in a circle",
    { "threats/a.yaml": threat("a", "acme/b"), "threats/b.yaml": threat("b", "acme/a") },
    "circular-broader",
    /threats\/a\.yaml:2:/,
    /acme\/a > acme\/b > acme\/a/,
  ],
  ["broader than nothing", one("threats/a.yaml", threat("a", "model-theft")), "dangling-reference", /threats\/a\.yaml:2:/, /model-theft/],
  [
    "a threat on no component",
    one("threats/a.yaml", threat("a", "model-extraction").replace("[inference-service]", "[toaster]")),
    "dangling-reference",
    /threats\/a\.yaml:8:/,
    /toaster/,
  ],
  ["a condition on no question", one("threats/a.yaml", threat("a", "model-extraction").replace("modelType", "modelTyp")), "unknown-answer", /threats\/a\.yaml:/, /modelTyp/],
  [
    "a rule on no question",
    one("questionnaires/q.yaml", questionnaire("rules:\n  - { id: r, kind: k, title: T, when: { b: true }, reason: R, source: { text: X } }\n")),
    "unknown-answer",
    /q\.yaml:8:/,
    /no question is called b/,
  ],
  [
    "a rule on no requirement",
    one(
      "questionnaires/q.yaml",
      questionnaire("framework: eu-ai-act\nrules:\n  - { id: r, kind: k, title: T, when: { a: true }, reason: R, binds: [Article 999], source: { text: X } }\n"),
    ),
    "unknown-requirement",
    /q\.yaml:9:/,
    /Article 999/,
  ],
  [
    "a rule on a later outcome",
    one(
      "questionnaires/q.yaml",
      questionnaire(
        "rules:\n  - { id: r, kind: k, title: T, when: { outcome.s: true }, reason: R, source: { text: X } }\n  - { id: s, kind: k, title: T, when: { a: true }, reason: R, source: { text: X } }\n",
      ),
    ),
    "unknown-answer",
    /q\.yaml:8:/,
    /outcome\.s/,
  ],
  ["a misspelt name in a template", one("templates/acme/t.hbs", "---\ntitle: T\n---\n\n{{system.nam}}\n"), "template", /t\.hbs:5:/, /did you mean name/],
  ["an unclosed block in a template", one("templates/acme/t.hbs", "{{#each gravest}}\nx\n"), "template-syntax", /t\.hbs:/, /not closed/],
  ["a template that calls itself", one("templates/acme/t.hbs", "{{> acme/t}}\n"), "template", /t\.hbs:1:/, /acme\/t/],
  ["a head with an unknown key", one("templates/acme/t.hbs", "---\ntitel: T\n---\nx\n"), "unknown-key", /t\.hbs/, /titel/],
  ["a template without a namespace", one("templates/t.hbs", "x\n"), "no-namespace", /t\.hbs/, /namespace/],
  [
    "a question that every system would have to answer",
    one(
      "questions/profile.zone.yaml",
      "id: profile.zone\ntype: choice\norder: 900\ntitle: Which zone?\nwhy: It decides who watches.\nchoices:\n  - { id: a, label: A, help: The first one. }\n",
    ),
    "required-question",
    /profile\.zone\.yaml:1:/,
    /expected a refinement with a default, context\.zone/,
  ],
  ["a file in no place", { ...pack("."), "threats.yaml": "[]" }, "stray-file", /threats\.yaml/, /put it into threats\//],
  ["a folder with a misspelt name", { ...pack("."), "threat/x.yaml": "id: x" }, "stray-file", /threat\/x\.yaml/, /did you mean threats/],
  ["two manifests", { ...pack("."), "pack.yaml": "version: 1.0.0", "pack.json": "{}" }, "two-manifests", /pack\.yaml/, /one manifest/],
  ["a manifest that is a list", one("pack.yaml", "- a\n"), "wrong-type", /pack\.yaml/, /not a mapping/],
  ["a list that is none", { ...pack("."), "pack.yaml": "frameworks: acme\n" }, "wrong-type", /framework\.yaml/, /frameworks is not a list/],
  ["a version that is none", { ...pack("."), "pack.yaml": "version: one\n" }, "invalid", /pack\.yaml:1:/, /semantic version/],
  ["a future contract", { ...pack("."), "pack.yaml": "apiVersion: 7\n" }, "api-version", /pack\.yaml:1:/, /use a newer strideml/],
  ["a contract in quotes", { ...pack("."), "pack.yaml": 'apiVersion: "1"\n' }, "wrong-type", /pack\.yaml:1:/, /expected the number 1/],
  ["weights of its own", { ...pack("."), "pack.yaml": "scoring: {}\n" }, "missing", /pack\.yaml/, /is missing/],
  ["the name of the catalog", { ...pack("."), "pack.yaml": 'name: "@strideml/catalog"\n' }, "duplicate-plugin", /pack\.yaml:1:/, /that strideml comes with/],
  ["an override of nothing", override("in: threats\nid: model-extration\nset: { title: X }"), "dangling-reference", /o\.yaml:2:/, /did you mean model-extraction/],
  ["an override that is wrong", override("in: threats\nid: model-extraction\nset: { stride: spying }"), "unknown-value", /o\.yaml:3:.*set\.stride/, /unknown value spying/],
  ["an override of an id", override("in: threats\nid: model-extraction\nset: { id: other }"), "reserved-key", /o\.yaml:3:.*set\.id/, /may not stand here/],
  [
    "an override that dangles",
    override("in: threats\nid: model-extraction\nset: { mitigations: [{ id: nope, effect: strong }] }"),
    "dangling-reference",
    /o\.yaml:3:.*set\.mitigations\[0\]/,
    /nope/,
  ],
  ["an override without a reason", one("overrides/o.yaml", "in: threats\nid: model-extraction\nset: { title: X }\n"), "missing", /o\.yaml.*because/, /is missing/],
  [
    "an override of weights that do not add up",
    override("in: scoring\nid: weights\nset: { likelihood: { exposure: 1, ease: 1, availability: 0 } }"),
    "invalid",
    /o\.yaml:3:.*set\.likelihood/,
    /add up to 1/,
  ],
  ["an override with an unknown key", override("in: mitigations\nid: sign-and-pin-datasets\nset: { price: 3 }"), "unknown-key", /o\.yaml:3:/, /price/],
  ["a link out of the pack", { ...pack("."), "frameworks/x.yaml": { link: "../../outside.yaml" } }, "outside-pack", /x\.yaml/, /leads out of the pack/],
  ["a link to nowhere", { ...pack("."), "frameworks/x.yaml": { link: "nowhere.yaml" } }, "file", /x\.yaml/, /no such file/],
];

const folderOf = (name: string) => name.toLowerCase().replaceAll(" ", "-");
const FOLDERS = CASES.map(([name]) => `./${folderOf(name)}`);

let cwd = "";
let found = new Map<string, Diagnosis>();
beforeAll(() => {
  const files = CASES.flatMap(([name, content]) => Object.entries(content).map(([path, text]) => [join(folderOf(name), path), text] as const));
  cwd = project({ ...config(...FOLDERS, "./sound"), ...Object.fromEntries(files), ...pack("sound", "sound"), "outside.yaml": framework() });
  found = examined(cwd);
});

describe("a data pack with", () => {
  test.each(CASES)("%s is told with file, place and cause", (name, _, code, where, words) => {
    const { problems } = found.get(`./${folderOf(name)}`)!;
    const lines = problems.map(told);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(
      lines.some((line) => where.test(line) && words.test(line)),
      lines.join("\n"),
    ).toBe(true);
  });
});

test("the doctor goes on past broken plugins, and the sound one is sound", () => {
  expect(found.size).toBe(CASES.length + 1);
  expect(found.get("./sound")).toMatchObject({ problems: [], brings: { frameworks: 1, mappings: 1 } });
});

test("nothing of a configuration with broken plugins is used: exit 2, no file", () => {
  const { code, out, err } = generated(cwd);
  expect([code, out, existsSync(join(cwd, "made.txt"))]).toEqual([2, "", false]);
  expect(err).not.toMatch(/\n\s+at |bug in strideml/);
});

test("nothing of them is locked", () => {
  expect(strideml(["plugin", "lock"], { cwd }).code).toBe(2);
  expect(existsSync(join(cwd, "strideml.lock.json"))).toBe(false);
});
