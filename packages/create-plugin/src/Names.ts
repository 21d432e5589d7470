/** What the files of a new plugin are made of. */
export interface Names {
  kind: Kind;
  /** Of the package. */
  name: string;
  /** In which its ids stand. */
  namespace: string;
  /** Of StrideML, which the plugin is tested with. */
  version: string;
}

/** What a plugin can start from. */
export const KINDS = ["mapping", "framework", "threats", "template", "exporter"] as const;
export type Kind = (typeof KINDS)[number];

/** Whether it is code, which is imported, or data, which is only read. */
export const isCode = ({ kind }: Names): boolean => kind === "exporter";

/** Longest namespace: ids of at most 60 characters must have room for a word. */
const LONGEST = 40;

/** The namespace of the ids: the scope, or what the name says after `strideml-plugin-`. */
export const namespaceOf = (name: string): string =>
  (name.startsWith("@") ? name.slice(1).split("/")[0]! : name.replace(/^strideml-(?:plugin-)?/, ""))
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "") || "mine";
