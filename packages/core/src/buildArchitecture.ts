import type { Architecture, Boundary, Component, GivenArchitecture, Knowledge, System } from "@strideml/plugin-kit";
import { holds, ranksOf } from "./condition.js";

type FlowEnds = { id?: string; from: string; to: string; data: string };

/** Flows get stable ids from their ends; several between the same two are numbered. */
const withIds = (flows: readonly FlowEnds[]): Architecture["flows"] => {
  const seen = new Map<string, number>();
  return flows.map((flow) => {
    const base = flow.id ?? `${flow.from}-to-${flow.to}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { ...flow, id: count === 1 ? base : `${base}-${count}` };
  });
};

const fromGiven = (given: GivenArchitecture): Architecture => ({ components: given.components, flows: withIds(given.flows), boundaries: given.boundaries });

/** Components, flows and trust boundaries: as given, or as they follow from the answers. */
export const buildArchitecture = (system: System, knowledge: Knowledge): Architecture => {
  if (system.architecture) return fromGiven(system.architecture);
  const ranks = ranksOf(knowledge.questions);
  const applies = (part: { when?: Parameters<typeof holds>[0] }) => holds(part.when, system.answers, ranks);
  const components = knowledge.architectures.flatMap((architecture) =>
    architecture.components.filter(applies).map((component): Component => {
      const { id, kind, title, description, shape } = component;
      return { id, kind, title, description, shape, zone: component.placed.find(applies)?.zone };
    }),
  );
  const present = new Set(components.map((component) => component.id));
  const flows = knowledge.architectures
    .flatMap((architecture) => architecture.flows)
    .filter((flow) => present.has(flow.from) && present.has(flow.to) && applies(flow))
    .map(({ from, to, data }) => ({ from, to, data }));
  const used = new Set(components.map((component) => component.zone));
  const boundaries: Boundary[] = knowledge.architectures.flatMap((architecture) => architecture.zones).filter((zone) => used.has(zone.id));
  return { components, flows: withIds(flows), boundaries };
};
