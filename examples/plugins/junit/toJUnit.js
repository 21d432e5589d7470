import { SEVERITIES, STRIDE_TITLES } from "@strideml/plugin-kit";
import { element } from "./xml.js";

/** @import { Finding, Severity, ThreatModel } from "@strideml/plugin-kit" */

/** Decisions that somebody stands for; such a finding is skipped, with the decision as reason. @param {Finding} finding */
const isDecided = ({ status }) => status !== "open" && status !== "partly-mitigated" && status !== "mitigated";

/** @param {Finding} finding @param {Severity} failFrom */
const fails = ({ status, residual }, failFrom) => (status === "open" || status === "partly-mitigated") && SEVERITIES.indexOf(residual.severity) >= SEVERITIES.indexOf(failFrom);

/** What is still to be done about a finding, the most useful first. @param {Finding} finding @param {ThreatModel} model */
const todo = ({ mitigations }, model) =>
  model.mitigations.filter(({ id, status }) => mitigations.includes(id) && status !== "in-place").map(({ title, owner, effort }) => `- ${title} (${owner}, ${effort})`);

/** @param {Finding} finding @param {ThreatModel} model */
const failure = (finding, model) => {
  const { score, severity, residual, annotations } = finding;
  const requirements = [...new Set(annotations.map(({ framework, requirement }) => `${framework} ${requirement}`))];
  const left = todo(finding, model);
  const lines = [
    finding.description.trim(),
    "",
    `Score ${score} of 10 (${severity}); with what is in place ${residual.score} (${residual.severity}).`,
    ...(left.length > 0 ? ["", "To be done:", ...left] : ["", "Every mitigation is in place: accept the residual risk or find a further one."]),
    ...(requirements.length > 0 ? ["", `Touches: ${requirements.join(", ")}`] : []),
  ];
  return element("failure", { message: `${residual.severity}, ${residual.score} of 10: ${finding.title}`, type: residual.severity }, [lines.join("\n")]);
};

/** @param {Finding} finding */
const skipped = ({ status, decision }) =>
  element("skipped", {
    message: [status, decision?.owner && `by ${decision.owner}`, decision?.expires && `until ${decision.expires}`, decision?.reason].filter(Boolean).join(", "),
  });

/** @param {Finding} finding @param {ThreatModel} model @param {Severity} failFrom */
const testCase = (finding, model, failFrom) => {
  const where = model.architecture.components.find(({ id }) => id === finding.component)?.title ?? finding.component;
  const outcome = fails(finding, failFrom) ? [failure(finding, model)] : isDecided(finding) ? [skipped(finding)] : [];
  return element("testcase", { name: `${finding.title} (${where})`, classname: `${finding.stride}.${finding.threat}`, time: 0 }, outcome);
};

/** @param {readonly Finding[]} findings @param {Severity} failFrom */
const counts = (findings, failFrom) => {
  const failures = findings.filter((finding) => fails(finding, failFrom)).length;
  return { tests: findings.length, failures, errors: 0, skipped: findings.filter((finding) => isDecided(finding) && !fails(finding, failFrom)).length };
};

/**
 * A threat model as a JUnit report: a suite for each STRIDE category, a test for each finding. A finding fails where it is
 * open, or only partly mitigated, and what is left of its risk is of the given severity or above.
 * @param {ThreatModel} model
 * @param {Severity} failFrom
 * @returns {string}
 */
export const toJUnit = (model, failFrom) => {
  const suites = Object.entries(STRIDE_TITLES).flatMap(([stride, title]) => {
    const findings = model.threats.filter((finding) => finding.stride === stride);
    if (findings.length === 0) return [];
    const cases = findings.map((finding) => testCase(finding, model, failFrom));
    return [element("testsuite", { name: title, ...counts(findings, failFrom), time: 0 }, cases)];
  });
  const head = { name: `Threat model of ${model.system.name}`, ...counts(model.threats, failFrom), time: 0 };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", head, suites).join("\n")}\n`;
};
