import type { Finding, ThreatModel } from "@strideml/plugin-kit";

/** Leaves keys out of an object. */
const without = <T extends object, K extends keyof T>(value: T, keys: readonly K[]): Omit<T, K> => {
  const left = { ...value };
  for (const key of keys) delete left[key];
  return left;
};

const compactFinding = (finding: Finding) => ({
  ...without(finding, ["description", "prerequisites", "falsePositives", "references"]),
  annotations: finding.annotations.map(({ framework, edition, requirement, relation, strength }) => ({ framework, edition, requirement, relation, strength })),
});

/**
 * A threat model without the texts that are the same in every model: what threats and requirements say, and why they
 * are linked. A batch of thousands is a third of the size; the texts are in `strideml list … --json`, pinned by the digests.
 */
export const compact = (model: ThreatModel): object => ({
  ...model,
  detail: "compact",
  threats: model.threats.map(compactFinding),
  mitigations: model.mitigations.map((mitigation) => without(mitigation, ["annotations"])),
  frameworks: model.frameworks.map(({ id, edition, counts }) => ({ id, edition, counts })),
});
