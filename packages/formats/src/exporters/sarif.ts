import { type ExportJob, type Finding, type ThreatModel, defineExporter } from "@strideml/plugin-kit";
import { uuidOf } from "../uuidOf.js";
import { engineVersion, momentOf } from "./common/engineOf.js";
import { jsonText } from "./common/jsonText.js";
import { oneLine } from "./common/safeText.js";
import { textsOf } from "./common/textsOf.js";
import { locationsOf } from "./sarif/sarifLocations.js";
import { type BaselineState, resultOf } from "./sarif/sarifResults.js";
import { rulesOf } from "./sarif/sarifRules.js";
import { taxonFinder, taxonomiesOf, taxonomyComponents } from "./sarif/sarifTaxonomies.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const SEMANTIC_VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;

const guidOf = (model: ThreatModel): string => uuidOf("sarif-run", model.system.name, model.provenance.inputDigest, model.provenance.date ?? "");

/** GitHub takes what is before the last slash as the category of the alerts: one per system, whatever its name is made of. */
const categoryOf = ({ system }: ThreatModel): string => {
  const words =
    system.name
      .slice(0, 200)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return `strideml/${[...words, uuidOf("system", system.name).slice(0, 8)].join("-").slice(-60).replace(/^-/, "")}/`;
};

const stateOf = (finding: Finding, earlier: Finding | undefined): BaselineState => {
  if (!earlier) return "new";
  const same = earlier.score === finding.score && earlier.residual.score === finding.residual.score && earlier.status === finding.status;
  return same ? "unchanged" : "updated";
};

/** Every finding with its state; where there is an earlier model also those that only it has. */
const compared = ({ model, baseline }: ExportJob): { finding: Finding; state?: BaselineState }[] => {
  if (!baseline) return model.threats.map((finding) => ({ finding }));
  const earlier = new Map(baseline.threats.map((finding) => [finding.id, finding]));
  const now = new Set(model.threats.map(({ id }) => id));
  return [
    ...model.threats.map((finding) => ({ finding, state: stateOf(finding, earlier.get(finding.id)) })),
    ...baseline.threats.filter(({ id }) => !now.has(id)).map((finding) => ({ finding, state: "absent" as const })),
  ];
};

const propertiesOf = (model: ThreatModel): object => ({
  system: oneLine(model.system.name),
  overallScore: model.overall.score,
  overallSeverity: model.overall.severity,
  residualScore: model.residual.overall.score,
  residualSeverity: model.residual.overall.severity,
  inputDigest: model.provenance.inputDigest,
});

const runOf = (job: ExportJob): object => {
  const { model, baseline } = job;
  const results = compared(job);
  const findings = results.map(({ finding }) => finding);
  const texts = textsOf(job);
  const taxonomies = taxonomiesOf(findings, texts);
  const taxon = taxonFinder(taxonomies);
  const { ids: ruleIds, rules } = rulesOf(findings, texts, taxon);
  const { logical, location } = locationsOf(baseline ? [model, baseline] : [model]);
  const version = engineVersion(model);
  const moment = momentOf(model.provenance.date);
  return {
    tool: {
      driver: {
        name: "StrideML",
        informationUri: "https://www.npmjs.com/package/strideml",
        version,
        ...(SEMANTIC_VERSION.test(version) && { semanticVersion: version }),
        supportedTaxonomies: taxonomies.map(({ name, guid }, index) => ({ name, index, guid })),
        rules,
      },
    },
    automationDetails: { id: categoryOf(model), guid: guidOf(model), correlationGuid: uuidOf("system", model.system.name) },
    ...(baseline && { baselineGuid: guidOf(baseline) }),
    invocations: [{ executionSuccessful: true, ...(moment && { endTimeUtc: moment }) }],
    columnKind: "utf16CodeUnits",
    logicalLocations: logical,
    taxonomies: taxonomyComponents(taxonomies, texts),
    results: results.map(({ finding, state }) => resultOf(finding, { ruleIds, texts, taxon, location }, model.system, state)),
    properties: propertiesOf(model),
  };
};

/**
 * SARIF 2.1.0: one rule per threat, one result per finding, frameworks as taxonomies. Accepted, transferred and avoided
 * risks and false positives are suppressed; with an earlier model every result says whether it is new.
 */
export const sarif = defineExporter({
  id: "sarif",
  title: "SARIF 2.1.0 (code scanning)",
  extension: "sarif",
  mediaType: "application/sarif+json",
  deterministic: true,
  export: (job) => jsonText({ $schema: SCHEMA, version: "2.1.0", runs: [runOf(job)] }),
});
