import { nested, type PlainSystem } from "@strideml/core";
import type { System } from "@strideml/plugin-kit";

const given = ({ answers, origins }: System, under: (name: string) => boolean) =>
  Object.fromEntries(
    Object.keys(origins)
      .filter((name) => origins[name]!.given && under(name))
      .map((name) => [name.replace(/^context\./, ""), answers[name]!]),
  );

const isContext = (name: string) => name.startsWith("context.");

/** A checked system as a system file again: what was given, and nothing that was assumed. */
export const plainSystem = (system: System): PlainSystem => ({
  schemaVersion: 1,
  system: system.system,
  profile: given(system, (name) => !isContext(name)),
  context: nested(given(system, isContext)),
  ...(system.architecture && {
    architecture: { components: system.architecture.components, flows: system.architecture.flows, boundaries: system.architecture.boundaries } as never,
  }),
  ...(Object.keys(system.questionnaires).length > 0 && { questionnaires: system.questionnaires }),
  decisions: system.decisions,
});
