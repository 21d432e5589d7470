import type { Finding, ThreatModel } from "@strideml/plugin-kit";
import { webAddressOf } from "../common/webAddress.js";
import { markup, markupLine } from "../common/escapeMarkup.js";
import { componentUuid, originOf } from "./oscalComponents.js";
import { oscalMoment, propertiesOf, systemUuid } from "./oscalDocument.js";

/** UUID of the observation of a finding, in every document. */
export const observationUuid = (model: ThreatModel, finding: Finding): string => systemUuid(model, "observation", finding.id);

const evidenceOf = ({ references }: Finding): object =>
  references.length === 0
    ? {}
    : {
        "relevant-evidence": references.map((reference) => {
          const href = webAddressOf(reference);
          return { ...(href && { href }), description: markup(`${reference.title}, ${reference.year}`) };
        }),
      };

/** That a threat applies to a component of this system, read from the answers about it. */
export const observationOf = (model: ThreatModel, finding: Finding): object => ({
  uuid: observationUuid(model, finding),
  title: markupLine(finding.title),
  description: markup(finding.description),
  props: propertiesOf({ finding: finding.id, "when-to-dismiss": finding.falsePositives }),
  methods: ["EXAMINE"],
  types: ["discovery"],
  origins: [originOf(model)],
  subjects: [{ "subject-uuid": componentUuid(model, finding.component), type: "component" }],
  ...evidenceOf(finding),
  collected: oscalMoment(model),
  ...(finding.factors.length > 0 && { remarks: finding.factors.map(({ of, name, reason }) => `${of}, ${markupLine(name)}: ${markupLine(reason)}`).join("\n\n") }),
});
