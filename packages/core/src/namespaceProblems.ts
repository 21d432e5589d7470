import type { Plugin, Problem } from "@strideml/plugin-kit";

const NOUNS = ["architectures", "threats", "mitigations", "frameworks", "questionnaires", "templates"] as const;

/** The namespace that a plugin's name suggests: `@acme/strideml-plugin-controls` is `acme`, `strideml-plugin-badges` is `badges`. */
const suggested = (name: string): string => (name.startsWith("@") ? name.slice(1).split("/")[0]! : name.replace(/^strideml-(?:plugin-)?/, ""));

/** Entries of a third party whose ids stand in no namespace, or in several: they could one day collide with somebody else's. */
export const namespaceProblems = (plugins: readonly Plugin[]): Problem[] =>
  plugins.flatMap((plugin) => {
    const entries = NOUNS.flatMap((noun) => plugin[noun].map(({ id }, index) => ({ noun, id, index })));
    const first = entries.find(({ id }) => id.includes("/"))?.id.split("/")[0] ?? suggested(plugin.name);
    return entries
      .filter(({ id }) => id.split("/")[0] !== first || !id.includes("/"))
      .map(({ noun, id, index }) => ({
        code: "no-namespace",
        message: `the id ${id} is not in the namespace of the plugin`,
        path: [noun, index, "id"],
        source: plugin.name,
        expected: `${first}/${id.split("/").at(-1)!}`,
        hint: "ids of plugins stand in one namespace each, so that no two plugins can collide",
      }));
  });
