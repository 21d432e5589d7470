import type { PluginInput, ThreatModel } from "@strideml/plugin-kit";

const idsOf = (list: readonly { id: string }[] = []): Set<string> => new Set(list.map(({ id }) => id));

const filled = (parts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));

/** Changes to how everything is scored show in every finding. */
const rescores = (plugin: Partial<PluginInput>): boolean => plugin.scoring !== undefined || (plugin.overrides ?? []).length > 0 || (plugin.scales ?? []).length > 0;

/**
 * The part of a model that is there because of a plugin: short enough to be read in a diff, and the same when the product
 * brings another threat.
 * @returns nothing for a plugin that brings no knowledge
 */
export const contribution = (model: ThreatModel, data: Record<string, unknown>): Record<string, unknown> | undefined => {
  const plugin = data as Partial<PluginInput>;
  const threats = idsOf(plugin.threats);
  const mitigations = idsOf(plugin.mitigations);
  const questionnaires = idsOf(plugin.questionnaires);
  const frameworks = new Set([...idsOf(plugin.frameworks), ...(plugin.mappings ?? []).map(({ framework }) => framework)]);
  if (threats.size + mitigations.size + questionnaires.size + frameworks.size === 0 && !rescores(plugin)) return undefined;
  return filled({
    ...(rescores(plugin) && { overall: model.overall }),
    findings: model.threats.filter(({ threat }) => threats.has(threat) || rescores(plugin)).map(({ id, score, severity, status }) => ({ id, score, severity, status })),
    mitigations: model.mitigations.filter(({ id }) => mitigations.has(id)).map(({ id, status, findings }) => ({ id, status, findings })),
    frameworks: model.frameworks
      .filter(({ id }) => frameworks.has(id))
      .map(({ id, edition, coverage }) => ({
        id,
        edition,
        coverage: coverage.map(({ requirement, disposition, threats, mitigations }) => ({ requirement, disposition, threats, mitigations })),
      })),
    assessments: model.assessments.filter(({ questionnaire }) => questionnaires.has(questionnaire)),
  });
};
