import type { Plugin, Problem } from "@strideml/plugin-kit";

const NOUNS = ["architectures", "threats", "mitigations", "frameworks", "questionnaires", "templates"] as const;

/** The namespace that a plugin's name suggests: `@acme/strideml-plugin-controls` is `acme`, `strideml-plugin-badges` is `badges`. */
const suggested = (name: string): string => (name.startsWith("@") ? name.slice(1).split("/")[0]! : name.replace(/^strideml-(?:plugin-)?/, ""));

/** An answer that every system must give would make every system file of before wrong. */
const requiredQuestions = ({ name, questions }: Plugin): Problem[] =>
  questions.flatMap(({ id }, index) =>
    id.startsWith("profile.")
      ? [
          {
            code: "required-question",
            message: `the question ${id} would have to be answered for every system`,
            path: ["questions", index, "id"],
            source: name,
            expected: `a refinement with a default, ${id.replace("profile.", "context.")}`,
          },
        ]
      : [],
  );

/** What a third party may not do: ids in no namespace or in several, which could one day collide with somebody else's; required questions. */
export const foreignProblems = (plugins: readonly Plugin[]): Problem[] =>
  plugins.flatMap((plugin) => {
    const entries = NOUNS.flatMap((noun) => plugin[noun].map(({ id }, index) => ({ noun, id, index })));
    const first = entries.find(({ id }) => id.includes("/"))?.id.split("/")[0] ?? suggested(plugin.name);
    const unnamed = entries
      .filter(({ id }) => id.split("/")[0] !== first || !id.includes("/"))
      .map(({ noun, id, index }) => ({
        code: "no-namespace",
        message: `the id ${id} is not in the namespace of the plugin`,
        path: [noun, index, "id"],
        source: plugin.name,
        expected: `${first}/${id.split("/").at(-1)!}`,
        hint: "ids of plugins stand in one namespace each, so that no two plugins can collide",
      }));
    return [...unnamed, ...requiredQuestions(plugin)];
  });
