import type { Finding, ThreatModel } from "@strideml/plugin-kit";
import { webAddressOf } from "../common/webAddress.js";
import { manyLines, oneLine } from "../common/safeText.js";
import { annotationProperties, bomProperties } from "./bomProperties.js";
import { componentRef } from "./modelComponent.js";
import { controlRef } from "./previewControls.js";

/** The reference of a threat. */
export const threatRef = (threat: string): string => `threat:${manyLines(threat)}`;

const threatOf = (findings: readonly [Finding, ...Finding[]], controls: ReadonlySet<string>): object => {
  const [first] = findings;
  const addresses = [...new Set(first.references.map(webAddressOf).filter((address) => address !== undefined))];
  const mitigations = [...new Set(findings.flatMap(({ mitigations }) => mitigations))].filter((id) => controls.has(id));
  return {
    "bom-ref": threatRef(first.threat),
    name: oneLine(first.title),
    description: manyLines(first.description),
    source: "StrideML",
    origin: "adversarial",
    categories: [...new Set([first.stride, ...first.alsoStride])].map((category) => ({ taxonomy: "STRIDE", category })),
    affectedAssets: [...new Set(findings.map(({ component }) => componentRef(component)))],
    mitigations: mitigations.map(controlRef),
    externalReferences: addresses.map((url) => ({ type: "documentation", url })),
    properties: [
      ...bomProperties({ threat: first.threat, stage: first.stage, prerequisites: first.prerequisites, "when-to-dismiss": first.falsePositives }),
      ...annotationProperties(first.annotations),
    ],
  };
};

/** One threat per threat of the knowledge that applies, with every component that it strikes. Frameworks beyond STRIDE are properties: their taxonomies are not among those that the preview knows. */
export const previewThreats = ({ threats, mitigations }: ThreatModel): object => {
  const controls = new Set(mitigations.map(({ id }) => id));
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of threats) {
    const group = groups.get(finding.threat);
    if (group) group.push(finding);
    else groups.set(finding.threat, [finding]);
  }
  return { methodologies: ["STRIDE"], threats: [...groups.values()].map((group) => threatOf(group, controls)) };
};
