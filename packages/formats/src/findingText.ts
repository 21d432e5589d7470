import { addressOf, type Finding, type Knowledge } from "@strideml/plugin-kit";
import { frameworkRefs } from "./frameworkRefs.js";

const reasons = ({ factors }: Finding, of: "likelihood" | "impact"): string => factors.flatMap((factor) => (factor.of === of ? [factor.reason] : [])).join(" ");

/** Why a finding is as likely as it is: the value from 1 to 5 and the reasons behind it. */
export const likelihoodText = (finding: Finding): string => `${finding.likelihood} of 5. ${reasons(finding, "likelihood")}`;

/** Why a finding does as much harm as it does: the value from 1 to 5 and the reasons behind it. */
export const impactText = (finding: Finding): string => `${finding.impact} of 5. ${reasons(finding, "impact")}`;

/** The decision on a finding in one line; nothing where there is none. */
export const decisionText = ({ decision }: Pick<Finding, "decision">): string[] => {
  if (!decision) return [];
  const { status, owner, reason, expires, note } = decision;
  return [[status, owner && `by ${owner}`, expires && `until ${expires}`, reason && `because: ${reason}`, note].filter(Boolean).join(", ")];
};

/** Everything that a finding says about itself, in paragraphs, for consumers with one field for it. */
export const findingText = (finding: Finding, knowledge: Pick<Knowledge, "frameworks">): string => {
  const { description, prerequisites, falsePositives, score, severity, residual, references } = finding;
  const refs = frameworkRefs(finding, knowledge);
  const links = references.map((reference) => `- ${reference.title} (${reference.year}): ${addressOf(reference) ?? ""}`);
  return [
    description,
    `What it takes: ${prerequisites}`,
    `When to dismiss it: ${falsePositives}`,
    `Score: ${score} of 10, ${severity}; with the mitigations in place today ${residual.score} of 10.`,
    `Likelihood: ${likelihoodText(finding)}`,
    `Impact: ${impactText(finding)}`,
    ...(refs.length === 0 ? [] : [`Frameworks: ${refs.join("; ")}`]),
    ...decisionText(finding).map((line) => `Decision: ${line}`),
    ...(links.length === 0 ? [] : [`References:\n${links.join("\n")}`]),
  ].join("\n\n");
};
