import type { ContractCase } from "@strideml/plugin-kit/testing";
import { isMapping } from "../plugins/code/describe.js";
import type { Subject } from "./Subject.js";
import { keep } from "./Unkept.js";

/** What npm publishes whatever `files` says. */
const ALWAYS = /^(?:package\.json|README(?:\..*)?|LICEN[CS]E(?:\..*)?)$/i;

/** Files beside a pack that belong to its tests and to the house, not to what it brings. */
const BESIDE = /^(?:strideml\.(?:config|lock)\.|examples\/|fixtures\/|\.|package-lock\.json$|pnpm-lock\.yaml$|pnpm-workspace\.yaml$|tsconfig)/;

const published = (file: string, files: readonly string[]): boolean =>
  ALWAYS.test(file) ||
  files.some((entry) => {
    const plain = entry.replace(/^\.?\//, "").replace(/\/(?:\*\*?(?:\/\*)?)?$/, "");
    return (
      entry === "." ||
      plain === "*" ||
      plain === "**" ||
      file === plain ||
      file.startsWith(`${plain}/`) ||
      (plain.startsWith("*.") && !file.includes("/") && file.endsWith(plain.slice(1)))
    );
  });

const missing = ({ files: tested, manifest }: Subject): string[] => {
  const files = manifest!["files"];
  if (!Array.isArray(files)) return [];
  return tested
    .filter((file) => !BESIDE.test(file) && !published(file, files as string[]))
    .map((file) => `package.json: files: leaves out ${file}; expected every file of the plugin, because only those are published`);
};

const said = ({ manifest, plugin, kind }: Subject): string[] => {
  const { name, version, keywords, license, strideml, peerDependencies } = manifest!;
  const lines: [boolean, string][] = [
    [name === plugin["name"], `package.json: name: is ${String(name)}, and the plugin calls itself ${String(plugin["name"])}; expected one name`],
    [
      version === plugin["version"],
      `package.json: version: is ${String(version)}, and the plugin says ${String(plugin["version"])}; expected one version; read it from package.json`,
    ],
    [Array.isArray(keywords) && keywords.includes("strideml-plugin"), 'package.json: keywords: lacks "strideml-plugin"; people search the registry for it'],
    [typeof license === "string", "package.json: license: is missing; expected an SPDX expression, such as Apache-2.0"],
    [isMapping(strideml) && strideml["apiVersion"] === 1, 'package.json: strideml: expected { "apiVersion": 1 }, so that another strideml can say so before it reads on'],
    [
      kind === "pack" || (isMapping(peerDependencies) && "@strideml/plugin-kit" in peerDependencies),
      'package.json: peerDependencies: lacks "@strideml/plugin-kit", which the code imports',
    ],
  ];
  return lines.flatMap(([kept, line]) => (kept ? [] : [line]));
};

/** Cases about a package as it is published. */
export const packageCases = (subject: Subject): ContractCase[] =>
  subject.manifest === undefined
    ? []
    : [
        { name: "says in package.json what it is", run: async () => keep(said(subject)) },
        ...(subject.files.length > 0 ? [{ name: "publishes every file that it was tested with", run: async () => keep(missing(subject)) }] : []),
      ];
