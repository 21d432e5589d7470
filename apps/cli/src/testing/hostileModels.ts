import type { ThreatModel } from "@strideml/plugin-kit";

/** What people write into names, on purpose or not, and what other tools make of it where it is not escaped. */
export const HOSTILE = {
  markup: `</title></script><img src=x onerror=alert(1)>"'&amp;]]>-->`,
  formulas: 'HYPERLINK("https://x.example";"x")',
  "control characters": "a\u0000\u0007\u001B[31mred\u202Etxt\u2028\uD800",
  "line breaks, separators and placeholders": 'one: two # three\r\ntwo\tthree|four;five,"six"`${seven}{{eight}}%s\\',
  "ten thousand characters": "é".repeat(10_000),
} as const;
export type Hostile = keyof typeof HOSTILE;

/** A spreadsheet takes each of these for the beginning of a formula. */
const BEGINNINGS = ["=", "+", "-", "@"];

/** A model whose every text from a user is hostile, and so are the titles of the first finding and mitigation. */
export const hostileModel = (model: ThreatModel, kind: Hostile): ThreatModel => {
  let count = 0;
  const text = () => (kind === "formulas" ? `${BEGINNINGS[count++ % BEGINNINGS.length]!}${HOSTILE[kind]}` : HOSTILE[kind]);
  const { components, flows, boundaries } = model.architecture;
  const decided = decidedModel(model);
  return {
    ...decided,
    system: { name: text(), description: text(), owner: text(), version: text() },
    architecture: {
      components: components.map((component) => ({ ...component, title: text(), description: text() })),
      flows: flows.map((flow) => ({ ...flow, data: text() })),
      boundaries: boundaries.map((boundary) => ({ ...boundary, title: text() })),
    },
    threats: decided.threats.map((finding, index) => ({
      ...finding,
      ...(index === 0 && { title: text(), description: text() }),
      decision: { ...finding.decision!, owner: text(), reason: text() },
    })),
    mitigations: decided.mitigations.map((mitigation, index) => ({
      ...mitigation,
      ...(index === 0 && { title: text(), owner: text() }),
      decision: { ...mitigation.decision!, owner: text(), reason: text(), evidence: text() },
    })),
  };
};

const STATUSES = ["mitigated", "accepted", "transferred", "avoided", "false-positive"] as const;

/** A model in which something was decided about every finding and every mitigation. */
export const decidedModel = (model: ThreatModel): ThreatModel => ({
  ...model,
  threats: model.threats.map((finding, index) => {
    const status = STATUSES[index % STATUSES.length]!;
    return { ...finding, status, decision: { id: finding.id, status, owner: "Head of risk", reason: "Looked at in May.", expires: "2027-05-31" } };
  }),
  mitigations: model.mitigations.map((mitigation) => ({
    ...mitigation,
    status: "planned" as const,
    decision: { id: mitigation.id, status: "planned" as const, owner: "Platform team", reason: "In the next release.", due: "2027-01-31" },
  })),
});

/** A model in which nothing was found: no threats, nothing to do, no components. */
export const emptyModel = (model: ThreatModel): ThreatModel => ({
  ...model,
  architecture: { components: [], flows: [], boundaries: [] },
  overall: { score: 1, severity: "low" },
  categories: model.categories.map((category) => ({ ...category, score: 1, severity: "low", findings: 0 })),
  residual: { overall: { score: 1, severity: "low" }, categories: model.residual.categories.map((category) => ({ ...category, score: 1, severity: "low" })) },
  threats: [],
  unplaced: [],
  mitigations: [],
  frameworks: [],
  assessments: [],
});
