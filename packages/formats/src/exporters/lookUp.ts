import type { ExportJob, Framework, Mitigation, PlannedMitigation, Threat } from "@strideml/plugin-kit";

/** What exporters look up by id. */
export interface Lookup {
  componentTitle: (id: string) => string;
  /** As it stands in this system. */
  planned: ReadonlyMap<string, PlannedMitigation>;
  /** As the knowledge describes it. */
  mitigations: ReadonlyMap<string, Mitigation>;
  threats: ReadonlyMap<string, Threat>;
  frameworks: ReadonlyMap<string, Framework>;
}

const byId = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((each) => [each.id, each]));

/** Tables by id of what a job holds. A component that is not in the model keeps its id as its name. */
export const lookUp = ({ model, knowledge }: ExportJob): Lookup => {
  const components = byId(model.architecture.components);
  return {
    componentTitle: (id) => components.get(id)?.title ?? id,
    planned: byId(model.mitigations),
    mitigations: byId(knowledge.mitigations),
    threats: byId(knowledge.threats),
    frameworks: byId(knowledge.frameworks),
  };
};
