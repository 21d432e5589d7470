import { formatId } from "./manifest.js";
import type { Kind, Names } from "./Names.js";
import type { ScaffoldFile } from "./ScaffoldFile.js";

/** The comment that gives editors the schema of a noun: the one that is installed, so that it fits and needs no network. */
const schema = (noun: string, up = "./") => `# yaml-language-server: $schema=${up}node_modules/@strideml/plugin-kit/schema/${noun}.json\n`;

/** A requirement with a day, for frameworks that are law. */
const DATED = ", applies: [{ roles: [owner], from: 2026-01-01 }]";

const framework = ({ namespace }: Names, dated = ""): ScaffoldFile => ({
  path: "framework.yaml",
  text: `${schema("framework")}id: ${namespace}/controls
title: Our controls for machine learning
shortTitle: Our controls
edition: "1"
publisher: Our security team
licence: Our own text.
contentPolicy: full
url: https://example.com/controls
asOf: 2026-01-01
sources:
  - { title: "Our controls, edition 1" }
requirements:
  - { id: C-1, title: Interfaces of models are limited and watched, kind: control, summary: Every interface to a model knows its caller and limits what one caller can ask in a day. }
  - { id: C-2, title: Training data has a known origin, kind: control, summary: Each data set that a model learns from has an owner and a recorded source. }
  - { id: C-3, title: People can appeal, kind: control, summary: "Whoever is affected by a decision can have it looked at by a person."${dated} }
`,
});

const mapping = ({ namespace }: Names): ScaffoldFile => ({
  path: "mapping.yaml",
  text: `${schema("mapping")}framework: ${namespace}/controls
edition: "1"
links:
  - requirement: C-1
    threats: [model-extraction]
    mitigations: [limit-query-rate-per-identity]
    relation: addresses
    strength: primary
    rationale: A copy of the model is made through its interface, query by query; a budget for each caller is what C-1 asks for.
    authority: product
    source: own reading of our controls, edition 1
  - requirement: C-2
    threats: [targeted-data-poisoning]
    relation: addresses
    strength: primary
    rationale: Whoever can add to the data can teach the model; a known origin is what finds them.
    authority: product
    source: own reading of our controls, edition 1
dispositions:
  - { requirement: C-3, disposition: organisational, reason: "An appeal is a procedure of the organisation; no attack and no measure speaks to it." }
`,
});

const dispositions = ({ namespace }: Names): ScaffoldFile => ({
  path: "mapping.yaml",
  text: `${schema("mapping")}framework: ${namespace}/controls
edition: "1"
links: []
dispositions:
  - { requirement: C-1, disposition: evidence-only, reason: "Shown by the configuration of the gateway; link threats and mitigations here." }
  - { requirement: C-2, disposition: evidence-only, reason: "Shown by the register of data sets; link threats and mitigations here." }
  - { requirement: C-3, disposition: organisational, reason: "An appeal is a procedure of the organisation; no attack and no measure speaks to it." }
`,
});

const questionnaire = ({ namespace }: Names): ScaffoldFile => ({
  path: "questionnaires/scope.yaml",
  text: `${schema("questionnaire", "../")}id: ${namespace}/scope
title: Which of our controls bind this system
description: Two questions and one rule, to start from.
framework: ${namespace}/controls
asOf: 2026-01-01
questions:
  - { id: decides-on-people, section: Scope, type: boolean, title: Does it decide on people?, help: Also where a person only confirms what it proposes., source: { text: "Our controls, scope" } }
rules:
  - { id: appeal, kind: scope, title: People can appeal, when: { decides-on-people: true }, reason: Decisions on people can be appealed., requirements: [C-3], source: { text: C-3 }, binds: [C-3], roles: [owner] }
`,
});

const threat = ({ namespace }: Names): ScaffoldFile => ({
  path: "threats/badge-cloning.yaml",
  text: `${schema("threat", "../")}id: ${namespace}/badge-cloning
broader: model-extraction
stride: information-disclosure
title: Copying of the badge classifier through the turnstiles
description: Somebody walks many prepared badges past a turnstile, notes which ones open it, and trains a copy of the classifier on the answers. With the copy, forged badges are tried at home until one passes.
prerequisites: A badge printer and an hour alone at a turnstile.
stage: inference
affects: [inference-service]
when: { modelType: computer-vision }
likelihood:
  exposure: { via: physical-scene }
  ease: { base: 3, because: Training a copy on yes-or-no answers takes patience and some skill. }
  availability: { base: 3, because: Tools for it are public. }
impact:
  confidentiality: 2
  integrity: 1
  availability: 0
  because: The classifier leaks, and with it the way past it; nothing stops working.
mitigations:
  - { id: limit-query-rate-per-identity, effect: moderate }
  - { id: ${namespace}/lock-turnstile-after-refusals, effect: strong }
falsePositives: Dismiss it where every badge is checked by a person as well.
references:
  - { kind: paper, title: Stealing Machine Learning Models via Prediction APIs, authors: Tramèr et al., year: 2016, arxiv: "1609.02943" }
examples:
  fires: [factory-gate-camera]
  quiet: [support-assistant]
`,
});

const mitigation = ({ namespace }: Names): ScaffoldFile => ({
  path: "mitigations/lock-turnstile-after-refusals.yaml",
  text: `${schema("mitigation", "../")}id: ${namespace}/lock-turnstile-after-refusals
title: Lock a turnstile after ten refusals and call the guard
do: Count refused badges for each turnstile over a quarter of an hour. After ten, lock it and call the guard; only the guard unlocks it.
acceptance:
  - Ten refused badges within fifteen minutes lock the turnstile.
  - Only a guard's key unlocks it.
verify:
  method: test
  tool: Ten invalid badges at one turnstile on the test site.
  evidence: Log of the lock and of the call, with the date.
effort: S
owner: Operations lead
stage: deployment
kind: detects
question: Does a turnstile lock itself after ten refusals?
`,
});

const threats = (names: Names): ScaffoldFile[] => [threat(names), mitigation(names)];

const template = ({ namespace }: Names): ScaffoldFile => ({
  path: `templates/${namespace}/board.hbs`,
  text: `---
title: For the board
description: Half a page. The overall score, the three gravest findings, what to do first.
---
# {{system.name}}

**{{overall.score}} of 10, {{overall.severity}}**; with what is in place {{residual.score}}.

![Scores by STRIDE category](figure:stride)

| Gravest | Score |
| :-- | --: |
{{#each gravest}}
| {{title}} | {{score}} |
{{/each}}

{{#each first}}
- {{title}} ({{owner}}, {{effort}})
{{/each}}
`,
});

const exporter = (names: Names): ScaffoldFile => ({
  path: "index.js",
  text: `import { readFileSync } from "node:fs";
import { defineExporter, definePlugin } from "@strideml/plugin-kit";

const { name, version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** One line a finding, for tools that read text. The same model always gives the same bytes: no clock, no randomness. */
const lines = defineExporter({
  id: "${formatId(names)}",
  title: "One line a finding",
  extension: "lines.txt",
  mediaType: "text/plain",
  deterministic: true,
  export: ({ model }) => model.threats.map(({ id, score, severity }) => \`\${score}\\t\${severity}\\t\${id}\\n\`).join(""),
});

export default definePlugin({ name, version, apiVersion: 1, exporters: [lines] });
`,
});

/** The working example of each kind. */
export const CONTENT: Readonly<Record<Kind, (names: Names) => ScaffoldFile[]>> = {
  framework: (names) => [framework(names, DATED), dispositions(names), questionnaire(names)],
  mapping: (names) => [framework(names), mapping(names)],
  threats: (names) => threats(names),
  template: (names) => [template(names)],
  exporter: (names) => [exporter(names)],
};
