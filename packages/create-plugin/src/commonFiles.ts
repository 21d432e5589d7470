import type { ScaffoldFile } from "./scaffold.js";

/** What the files of a new plugin are made of. */
export interface Names {
  kind: string;
  name: string;
  namespace: string;
  /** Whether it is code, which is imported, or data, which is only read. */
  isCode: boolean;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const manifest = ({ name, isCode, kind }: Names): string =>
  json({
    name,
    version: "0.1.0",
    description: `A StrideML plugin (${kind}).`,
    license: "Apache-2.0",
    type: "module",
    keywords: ["strideml-plugin", "threat-modeling", "machine-learning"],
    ...(isCode
      ? { exports: { ".": "./index.js", "./package.json": "./package.json" }, files: ["index.js", "README.md"] }
      : { files: ["framework.yaml", "mapping.yaml", "questionnaires", "threats", "mitigations", "templates", "README.md"] }),
    strideml: { ...(isCode ? {} : { pack: "." }), apiVersion: 1 },
    scripts: { test: "node --test", try: "strideml generate --model-type rag --deployment saas --data-sensitivity personal --access-level public" },
    peerDependencies: { "@strideml/plugin-kit": "^0.1.0" },
    devDependencies: { "@strideml/plugin-kit": "^0.1.0", strideml: "^0.1.0" },
    publishConfig: { access: "public" },
  });

const test = ({ isCode }: Names): string => `// The contract that every plugin keeps: shape, ids, references, reasons, the same result twice. Runs under any runner.
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { contractCases } from "@strideml/plugin-kit/testing";

const folder = fileURLToPath(new URL("..${isCode ? "/index.js" : ""}", import.meta.url));
for (const { name, run } of await contractCases(folder)) test(name, run);
`;

const WORKFLOW = `name: CI
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        node: [20, 22, 24]
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: \${{ matrix.node }}
      - run: npm install
      - run: npm test
      - run: npm pack --dry-run
`;

const readme = ({ name, kind, isCode, namespace }: Names): string => `# ${name}

A [StrideML](https://www.npmjs.com/package/strideml) plugin (${kind}). ${isCode ? "It is code and runs with the rights of whoever runs it." : "It is data: it is read and checked, never executed, and works in the browser too."}

\`\`\`yaml
# strideml.config.yaml
plugins:
  - "${name}"
\`\`\`

Every id stands in the namespace \`${namespace}/\`. \`npm test\` checks the plugin as StrideML will, \`npm run try\` makes a threat model with it, \`npx @changesets/cli\` notes a change, \`npx @changesets/cli version\` and \`npm publish\` release it (in a CI that can sign for you, with \`--provenance\`).
`;

/** The files that every kind of plugin has. */
export const commonFiles = (names: Names): ScaffoldFile[] => [
  { path: "package.json", text: manifest(names) },
  { path: "README.md", text: readme(names) },
  { path: "test/plugin.test.js", text: test(names) },
  { path: "strideml.config.yaml", text: `# For trying it out here; not published.\nplugins:\n  - ${names.isCode ? "./index.js" : "./"}\n` },
  {
    path: ".changeset/config.json",
    text: json({ $schema: "https://unpkg.com/@changesets/config@3.1.1/schema.json", changelog: "@changesets/cli/changelog", commit: false, access: "public", baseBranch: "main" }),
  },
  { path: ".github/workflows/ci.yml", text: WORKFLOW },
  { path: ".gitignore", text: "node_modules\nout\n" },
];
