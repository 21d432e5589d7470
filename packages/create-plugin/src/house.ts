import { isCode, type Names } from "./Names.js";
import { json, type ScaffoldFile } from "./ScaffoldFile.js";

const TEST = `// What StrideML asks of every plugin, and what this one makes of the systems in fixtures/.
import { test } from "node:test";
import { contractCases } from "@strideml/plugin-kit/testing";

for (const { name, run } of await contractCases(new URL("..", import.meta.url))) test(name, run);
`;

const SET_UP = `      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4`;

const CI = `name: CI
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        node: [20, 22, 24]
    steps:
${SET_UP}
        with:
          node-version: \${{ matrix.node }}
      - run: npm install
      - run: npm test
      - run: npm pack --dry-run
`;

/** Provenance needs a workflow that can prove who it is, so it is asked for here and not in package.json. */
const RELEASE = `name: Release
on:
  push:
    branches: [main]
permissions:
  contents: write
  pull-requests: write
  id-token: write
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
${SET_UP}
        with:
          node-version: 24
      - run: npm install
      - uses: changesets/action@v1
        with:
          version: npx --yes @changesets/cli version
          publish: npm run release
        env:
          GITHUB_TOKEN: \${{ secrets.GITHUB_TOKEN }}
          NPM_TOKEN: \${{ secrets.NPM_TOKEN }}
          NPM_CONFIG_PROVENANCE: "true"
`;

const license = ({ name }: Names): string => `MIT License

Copyright (c) the authors of ${name}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;

const changesets = json({
  changelog: "@changesets/cli/changelog",
  commit: false,
  access: "public",
  baseBranch: "main",
});

/** What surrounds the content of every plugin: its test, its licence, and how it is checked and released. */
export const house = (names: Names): ScaffoldFile[] => [
  { path: "LICENSE", text: license(names) },
  { path: "test/plugin.test.js", text: TEST },
  { path: "strideml.config.yaml", text: `# For trying it out here; not published.\nplugins:\n  - ${isCode(names) ? "./index.js" : "./"}\n` },
  { path: ".changeset/config.json", text: changesets },
  { path: ".github/workflows/ci.yml", text: CI },
  { path: ".github/workflows/release.yml", text: RELEASE },
  { path: ".gitignore", text: "node_modules\nout\n" },
];
