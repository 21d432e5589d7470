import { isCode, type Kind, type Names } from "./Names.js";

/** What the author changes first, by kind. */
const PARTS: Readonly<Record<Kind, (names: Names) => string>> = {
  mapping: () => `| \`framework.yaml\` | your controls: ids, titles, the edition |
| \`mapping.yaml\` | which threats and mitigations each of them speaks to, and why |`,
  framework: ({ namespace }) => `| \`framework.yaml\` | the requirements: ids, titles, whom they bind and from when |
| \`mapping.yaml\` | which threats and mitigations each of them speaks to, or why none |
| \`questionnaires/scope.yaml\` | the questions that decide which of them bind: \`npx strideml obligations SYSTEM --questionnaire ${namespace}/scope\` |`,
  threats: () => `| \`threats/\` | one threat a file, named by its id; \`examples\` names systems on which it fires and on which it does not |
| \`mitigations/\` | one thing to do a file, with criteria that can fail |`,
  template: ({ namespace }) =>
    `| \`templates/${namespace}/board.hbs\` | Markdown in Handlebars, with title and description at its head: \`npx strideml generate SYSTEM --template ${namespace}/board\` |`,
  exporter: () => "| `index.js` | the exporter: a threat model in, text or bytes out |",
};

const TRUST = {
  code: "It is code and runs with the rights of whoever runs it.",
  data: "It is data: it is read and checked, never executed, and works in the browser too.",
} as const;

/** \`README.md\` of a new plugin, for its users first and its author second. */
export const readme = (names: Names): string => {
  const { name, kind, namespace } = names;
  return `# ${name}

A [StrideML](https://www.npmjs.com/package/strideml) plugin (${kind}). ${TRUST[isCode(names) ? "code" : "data"]}

\`\`\`sh
npm install --save-dev strideml ${name}
\`\`\`

\`\`\`yaml
# strideml.config.yaml
plugins:
  - "${name}"
\`\`\`

## Work on it

| file | what it is |
| :-- | :-- |
${PARTS[kind](names)}
| \`fixtures/\` | yours to add: a system in \`fixtures/NAME/input.yaml\`; \`STRIDEML_UPDATE=1 npm test\` writes what the plugin makes of it beside it, and from then on a change shows |

- \`npm install\`, then \`npm test\`: the contract of StrideML, and your fixtures.
- \`npm run try\`: a threat model with the plugin in it. \`npm run doctor\`: what is wrong with it, if anything.
- Every id stands in the namespace \`${namespace}/\` and stays: renamed entries keep the old id under \`aliases\`.

## Publish it

\`npm pack\` shows what would be published, \`npm publish\` publishes it. For more than one release: \`npx @changesets/cli\` with every change that users notice; \`.github/workflows/release.yml\` then proposes the next version and publishes it, with provenance.

MIT
`;
};
