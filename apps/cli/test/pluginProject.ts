import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FLAGS, scratch, strideml } from "./run.js";

/** Files of a project by path; a link instead of a text. */
export type Files = Record<string, string | Buffer | { link: string }>;

/** A new folder with these files, the root of a repository. */
export const project = (files: Files): string => {
  const cwd = scratch();
  mkdirSync(join(cwd, ".git"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    if (typeof content === "object" && "link" in content) symlinkSync(content.link, join(cwd, name));
    else writeFileSync(join(cwd, name), content);
  }
  return cwd;
};

/** A configuration that names these plugins. */
export const config = (...plugins: string[]): Files => ({ "strideml.config.json": JSON.stringify({ plugins }) });

/** A configuration with one plugin of code, which gets two seconds. */
export const codeProject = (code: string, seconds = 2): string =>
  project({ "strideml.config.json": JSON.stringify({ plugins: ["./p.mjs"], codeSeconds: seconds }), "p.mjs": code });

/** A plugin of code around an exporter. */
export const exporting = (body: string): string =>
  `export default {\n  name: "acme", version: "1.0.0", apiVersion: 1,\n  exporters: [{ id: "acme-x", title: "X", extension: "x.txt", mediaType: "text/plain", deterministic: true,\n    export: ${body} }],\n};\n`;

/** A framework with one requirement, in a namespace. */
export const framework = (namespace = "acme"): string => `id: ${namespace}/controls
title: Controls
edition: "1"
publisher: Acme
licence: Our own text.
contentPolicy: full
url: https://example.com/controls
asOf: 2026-01-01
sources: [{ title: Intranet }]
requirements:
  - { id: C-1, title: Interfaces are limited, kind: control }
`;

/** A mapping that speaks of that requirement. */
export const mapping = (namespace = "acme"): string => `framework: ${namespace}/controls
edition: "1"
links:
  - requirement: C-1
    threats: [model-extraction]
    relation: addresses
    strength: primary
    rationale: A copy is made query by query, and C-1 limits queries.
    authority: product
    source: own reading
`;

/** A data pack that is right, in a folder. */
export const pack = (folder: string, namespace = "acme"): Files => ({ [`${folder}/framework.yaml`]: framework(namespace), [`${folder}/mapping.yaml`]: mapping(namespace) });

export interface Problem {
  code: string;
  message: string;
  path: (string | number)[];
  file?: string;
  line?: number;
  hint?: string;
  expected?: string;
}

export interface Diagnosis {
  from: string;
  name?: string;
  runsCode?: boolean;
  brings: Record<string, number>;
  problems: Problem[];
}

/** A problem as one line: `file:3:: path: message; expected; hint`. */
export const told = ({ file, line, path, message, expected, hint }: Problem): string => {
  const place = path.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`)).join("");
  return [`${file}:${line}:`, place, [message, expected && `expected ${expected}`, hint].filter(Boolean).join("; ")].filter(Boolean).join(": ");
};

/** What `strideml plugin doctor` says of each plugin, by what the configuration calls it. */
export const examined = (cwd: string): Map<string, Diagnosis> => {
  const { plugins } = JSON.parse(strideml(["plugin", "doctor", "--json"], { cwd }).out) as { plugins: Diagnosis[] };
  return new Map(plugins.map((plugin) => [plugin.from, plugin]));
};

/** Makes a threat model into a file. */
export const generated = (cwd: string, ...more: string[]) => strideml(["generate", ...FLAGS, "-o", "made.txt", ...more], { cwd });
