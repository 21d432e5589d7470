import { isCode, type Kind, type Names } from "./Names.js";
import { json } from "./ScaffoldFile.js";

/** Everything that a data pack can consist of, so that what is added later is published too. */
const PACK = [
  "architectures",
  "framework.yaml",
  "frameworks",
  "mapping.yaml",
  "mappings",
  "mitigations",
  "overrides",
  "questionnaires",
  "questions",
  "scales",
  "templates",
  "threats",
];

const WORDS: Readonly<Record<Kind, string>> = {
  mapping: "A mapping for StrideML: how our controls relate to threats on machine learning and to mitigations.",
  framework: "A framework for StrideML, with a questionnaire that says which of its requirements bind a system.",
  threats: "Threats and mitigations for StrideML.",
  template: "A document template for StrideML.",
  exporter: "An export format for StrideML.",
};

/** `package.json` of a new plugin. Code needs the kit where it runs, data only where it is written and tested. */
export const manifest = (names: Names): string => {
  const { name, kind, version } = names;
  const range = `^${version}`;
  return json({
    name,
    version: "0.1.0",
    description: WORDS[kind],
    license: "MIT",
    type: "module",
    keywords: ["strideml-plugin", "strideml", "threat-modeling", "machine-learning"],
    ...(isCode(names) && { engines: { node: ">=20.19" }, exports: { ".": "./index.js", "./package.json": "./package.json" } }),
    files: isCode(names) ? ["index.js"] : PACK,
    strideml: { ...(!isCode(names) && { pack: "." }), apiVersion: 1 },
    scripts: {
      test: "node --test",
      doctor: "strideml plugin doctor",
      try: `strideml generate --model-type computer-vision --deployment edge --data-sensitivity biometric --access-level public${TRY[kind](names)}`,
      release: "npm test && npx --yes @changesets/cli publish",
    },
    ...(isCode(names) && { peerDependencies: { "@strideml/plugin-kit": range } }),
    devDependencies: { "@strideml/plugin-kit": range, strideml: range },
    publishConfig: { access: "public" },
  });
};

/** How `npm run try` shows what is new. */
const TRY: Readonly<Record<Kind, (names: Names) => string>> = {
  mapping: () => "",
  framework: () => "",
  threats: () => "",
  template: ({ namespace }) => ` --template ${namespace}/board`,
  exporter: (names) => ` --format ${formatId(names)}`,
};

/** The id of the format that a new exporter writes. */
export const formatId = ({ namespace }: Names): string => `${namespace.replace(/-lines$/, "")}-lines`;
