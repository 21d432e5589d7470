import type { ThreatModel } from "@strideml/plugin-kit";
import { jsonTrace, traceOfMitigation, traceOfSystem } from "../../trace.js";
import { uuidOf } from "../../uuidOf.js";
import { engineVersion, momentOf } from "../common/engineOf.js";
import { manyLines, oneLine } from "../common/safeText.js";
import { bomProperties } from "./bomProperties.js";

/** What both editions begin with: serial number and metadata. A moment is written only where the model has a date. */
export const bomHead = (model: ThreatModel, edition: string): { serialNumber: string; version: number; metadata: object } => {
  const { system, provenance, overall, residual } = model;
  const timestamp = momentOf(provenance.date);
  return {
    serialNumber: `urn:uuid:${uuidOf("cyclonedx", edition, system.name, provenance.inputDigest, provenance.date ?? "", provenance.engine)}`,
    version: 1,
    metadata: {
      ...(timestamp && { timestamp }),
      lifecycles: [{ phase: "design" }],
      tools: { components: [{ type: "application", name: "StrideML", version: engineVersion(model) }] },
      component: {
        type: "application",
        "bom-ref": "system",
        name: oneLine(system.name),
        ...(system.version && { version: oneLine(system.version, 200) }),
        ...(system.description && { description: manyLines(system.description) }),
        properties: bomProperties({ owner: system.owner }),
      },
      properties: bomProperties({
        "overall-score": overall.score,
        "overall-severity": overall.severity,
        "residual-score": residual.overall.score,
        "residual-severity": residual.overall.severity,
        "input-digest": provenance.inputDigest,
        ...traceOfSystem(model),
        architecture: jsonTrace(model.architecture),
        mitigations: jsonTrace(model.mitigations.map(traceOfMitigation)),
      }),
    },
  };
};
