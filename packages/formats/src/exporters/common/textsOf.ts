import type { ExportJob, Framework, Mitigation, PlannedMitigation, Requirement, Threat } from "@strideml/plugin-kit";

/** Finds what a threat model names by id. A saved model may name what the knowledge at hand does not have. */
export interface Texts {
  threat: (id: string) => Threat | undefined;
  mitigation: (id: string) => Mitigation | undefined;
  planned: (id: string) => PlannedMitigation | undefined;
  /** What a mitigation is called; its id where nothing else is known. */
  mitigationTitle: (id: string) => string;
  framework: (id: string) => Framework | undefined;
  /** What a framework is called and in which edition. */
  frameworkTitle: (id: string) => { title: string; edition: string };
  requirement: (framework: string, id: string) => Requirement | undefined;
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> => new Map(items.map((item) => [item.id, item]));

/** Look-ups for one job. */
export const textsOf = ({ model, knowledge }: Pick<ExportJob, "model" | "knowledge">): Texts => {
  const [threats, mitigations, frameworks] = [byId(knowledge.threats), byId(knowledge.mitigations), byId(knowledge.frameworks)];
  const [planned, covered] = [byId(model.mitigations), byId(model.frameworks)];
  const requirements = new Map(knowledge.frameworks.map((framework) => [framework.id, byId(framework.requirements)]));
  return {
    threat: (id) => threats.get(id),
    mitigation: (id) => mitigations.get(id),
    planned: (id) => planned.get(id),
    mitigationTitle: (id) => planned.get(id)?.title ?? mitigations.get(id)?.title ?? id,
    framework: (id) => frameworks.get(id),
    frameworkTitle: (id) => ({ title: covered.get(id)?.title ?? frameworks.get(id)?.title ?? id, edition: covered.get(id)?.edition ?? frameworks.get(id)?.edition ?? "unknown" }),
    requirement: (framework, id) => requirements.get(framework)?.get(id),
  };
};
