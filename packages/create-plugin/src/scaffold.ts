import { type Problem, type Result, failure, success } from "@strideml/plugin-kit";
import { CONTENT } from "./content.js";
import { house } from "./house.js";
import { manifest } from "./manifest.js";
import { KINDS, type Kind, type Names, namespaceOf } from "./Names.js";
import { readme } from "./readme.js";
import type { ScaffoldFile } from "./ScaffoldFile.js";

const PACKAGE_NAME = /^(?:@[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9._-]*$/;

/** Names that npm or this product has taken for itself. */
const TAKEN = new Set(["node_modules", "favicon.ico", "strideml", "create-strideml-plugin"]);

const EXPECTED = "lower-case letters, digits and hyphens, such as @acme/strideml-plugin-controls";

const nameProblem = (name: string): Problem | undefined => {
  if (TAKEN.has(name) || name.startsWith("@strideml/")) return { code: "package-name", message: `the name ${name} is taken`, path: [], expected: EXPECTED };
  if (PACKAGE_NAME.test(name) && name.length <= 214) return undefined;
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return { code: "package-name", message: name === "" ? "say what the package is called" : `${shown} is no package name`, path: [], expected: EXPECTED };
};

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);

/**
 * The files of a new plugin. What it contributes is a small working example that its author replaces.
 * @param kind what it starts from, one of `KINDS`
 * @param name the package name, such as `@acme/strideml-plugin-controls`
 * @param version of StrideML, which the plugin is to be tested with
 */
export const scaffold = (kind: string, name: string, version: string): Result<ScaffoldFile[]> => {
  const wrong = nameProblem(name);
  const kinds: Problem[] = isKind(kind)
    ? []
    : [{ code: "unknown-value", message: kind === "" ? "say what it starts from" : `there is no kind of plugin ${kind}`, path: [], expected: `one of ${KINDS.join(", ")}` }];
  if (wrong || !isKind(kind)) return failure([...kinds, ...(wrong ? [wrong] : [])]);
  const names: Names = { kind, name, namespace: namespaceOf(name), version };
  const files = [{ path: "package.json", text: manifest(names) }, { path: "README.md", text: readme(names) }, ...house(names), ...CONTENT[kind](names)];
  return success(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
};
