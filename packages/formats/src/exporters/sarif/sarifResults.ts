import type { Finding, ThreatModel } from "@strideml/plugin-kit";
import { SEVERITY_WORDS_OF, securitySeverity } from "../../scales.js";
import { uuidOf } from "../../uuidOf.js";
import { oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import type { Location } from "./sarifLocations.js";
import { sarifMessage } from "./sarifMessage.js";
import type { TaxonFinder } from "./sarifTaxonomies.js";

/** What a result is compared with the earlier model; undefined where there is none. */
export type BaselineState = "new" | "unchanged" | "updated" | "absent";

/** What results need to know beside their finding. */
export interface ResultContext {
  ruleIds: readonly string[];
  texts: Texts;
  taxon: TaxonFinder;
  location: (component: string) => Location;
}

const SUPPRESSED: ReadonlySet<Finding["status"]> = new Set(["accepted", "transferred", "avoided", "false-positive"]);

const suppressionsOf = ({ status, decision }: Finding): { suppressions: object[] } | undefined => {
  if (!SUPPRESSED.has(status)) return undefined;
  const justification = oneLine([status, decision?.reason ?? "no reason given"].join(": "));
  const properties = { decision: status, ...(decision?.owner && { owner: oneLine(decision.owner) }), ...(decision?.expires && { expires: decision.expires }) };
  return { suppressions: [{ kind: "external", status: "accepted", justification, properties }] };
};

const messageOf = (finding: Finding, title: string, texts: Texts): string => {
  const open = finding.mitigations.filter((id) => texts.planned(id)?.status !== "in-place").slice(0, 3);
  const todo = open.map((id) => sarifMessage(texts.mitigationTitle(id), 200)).join("; ");
  const now = finding.residual.score === finding.score ? "" : ` With what is in place it is ${finding.residual.score} (${finding.residual.severity}).`;
  const score = `Score ${finding.score} of 10 (${finding.severity}): likelihood ${finding.likelihood} of 5, impact ${finding.impact} of 5.`;
  return `${sarifMessage(finding.title, 300)} at "${sarifMessage(title, 200)}". ${score}${now} Status: ${finding.status}.${todo && ` Next: ${todo}.`}`;
};

const propertiesOf = (finding: Finding): object => ({
  "security-severity": securitySeverity(finding.score, finding.severity),
  finding: finding.id,
  stride: finding.stride,
  alsoStride: finding.alsoStride,
  stage: finding.stage,
  score: finding.score,
  severity: finding.severity,
  likelihood: finding.likelihood,
  impact: finding.impact,
  residualScore: finding.residual.score,
  residualSeverity: finding.residual.severity,
  status: finding.status,
  mitigations: finding.mitigations,
});

/** The same taxon may be linked twice, by different relations. */
const taxaOf = ({ annotations }: Finding, taxon: TaxonFinder): object[] => [...new Map(annotations.map((link) => [`${link.framework} ${link.requirement}`, taxon(link)])).values()];

/**
 * A finding as a SARIF result. A mitigated finding has passed; every other one fails at the level of its severity.
 * Its fingerprint is its id: without one of its own GitHub would take all findings of a threat for one alert.
 */
export const resultOf = (finding: Finding, { ruleIds, texts, taxon, location }: ResultContext, system: ThreatModel["system"], state?: BaselineState): object => {
  const place = location(finding.component);
  const guid = uuidOf("finding", system.name, finding.id);
  const passed = finding.status === "mitigated";
  return {
    ruleId: oneLine(finding.threat, 255),
    ruleIndex: ruleIds.indexOf(finding.threat),
    kind: passed ? "pass" : "fail",
    level: passed ? "none" : SEVERITY_WORDS_OF.sarifLevel[finding.severity],
    rank: Math.round(finding.score * 100) / 10,
    message: { text: messageOf(finding, place.title, texts) },
    locations: [place.location],
    partialFingerprints: { primaryLocationLineHash: `${uuidOf("finding", finding.id).replaceAll("-", "").slice(0, 16)}:1`, "stridemlFinding/v1": finding.id },
    correlationGuid: guid,
    taxa: taxaOf(finding, taxon),
    ...suppressionsOf(finding),
    ...(state && { baselineState: state }),
    properties: propertiesOf(finding),
  };
};
