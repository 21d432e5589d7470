import { type Result, failure, success } from "@strideml/plugin-kit";
import { commonFiles, type Names } from "./commonFiles.js";
import { CONTENT, type Kind, KINDS } from "./content.js";

/** One file of a new plugin; the path is relative to its folder. */
export interface ScaffoldFile {
  path: string;
  text: string;
}

export { type Kind, KINDS };

const PACKAGE_NAME = /^(?:@[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9._-]*$/;

/** The namespace of the ids: the scope, or what the name says after `strideml-plugin-`. */
const namespaceOf = (name: string): string =>
  (name.startsWith("@") ? name.slice(1).split("/")[0]! : name.replace(/^strideml-(?:plugin-)?/, ""))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "mine";

/**
 * The files of a new plugin. What it contributes is a small working example that its author replaces.
 * @param name the package name, such as `@acme/strideml-plugin-controls`
 */
export const scaffold = (kind: Kind, name: string): Result<ScaffoldFile[]> => {
  if (!PACKAGE_NAME.test(name) || name.length > 200)
    return failure([
      { code: "package-name", message: `${name} is no package name`, path: [], expected: "lower-case letters, digits and hyphens, such as @acme/strideml-plugin-controls" },
    ]);
  const names: Names = { kind, name, namespace: namespaceOf(name), isCode: kind === "exporter" };
  return success([...commonFiles(names), ...CONTENT[kind](names)].toSorted((a, b) => (a.path < b.path ? -1 : 1)));
};
