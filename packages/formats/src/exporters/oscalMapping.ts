import { CannotExport, type ExportJob, defineExporter } from "@strideml/plugin-kit";
import { uuidOf } from "../uuidOf.js";
import { webAddress } from "./common/webAddress.js";
import { markupLine } from "./common/escapeMarkup.js";
import { jsonText } from "./common/jsonText.js";
import { oneLine } from "./common/safeText.js";
import { type Texts, textsOf } from "./common/textsOf.js";
import { documentOf, property, systemUuid } from "./oscal/oscalDocument.js";
import { mappedFrameworks, mapsOf } from "./oscal/oscalMaps.js";

const HOW = {
  method: "human",
  "matching-rationale": "functional",
  status: "complete",
  "mapping-description":
    "Each map is one link of StrideML's knowledge between a requirement of the framework and a mitigation that the threat model asks for, written by a person with its reason. A map says that the control contributes to the requirement, not that it fulfils it.",
};

const sourceUuid = (framework: string, edition: string): string => uuidOf("framework", framework, edition);

const frameworkResource = (framework: string, texts: Texts): object => {
  const { title, edition } = texts.frameworkTitle(framework);
  const href = webAddress(texts.framework(framework)?.url);
  return { uuid: sourceUuid(framework, edition), title: markupLine(title), props: [property("edition", edition)], ...(href && { rlinks: [{ href }] }) };
};

const mappingOf = (job: ExportJob, framework: string, texts: Texts, catalog: string): object => {
  const { title, edition } = texts.frameworkTitle(framework);
  return {
    uuid: systemUuid(job.model, "mapping", framework, edition),
    "source-resource": { type: "catalog", href: `#${sourceUuid(framework, edition)}` },
    "target-resource": { type: "catalog", href: `#${catalog}` },
    maps: mapsOf(job, framework),
    remarks: markupLine(`${title}, edition ${edition}`),
  };
};

/** The catalog is a file of its own: it is named by the UUID that the catalog exporter gives it. */
const catalogResource = (job: ExportJob, uuid: string): object => {
  const { uuid: identifier } = documentOf(job.model, "catalog", "");
  return { uuid, title: `Mitigations for ${markupLine(job.model.system.name, 500)}`, "document-ids": [{ identifier: oneLine(identifier) }] };
};

/**
 * OSCAL 1.2 mapping collection: per framework the links between its requirements and the controls of `oscal-catalog`.
 * @throws CannotExport where no mitigation is linked to any framework, because OSCAL has no empty mapping
 */
export const oscalMapping = defineExporter({
  id: "oscal-mapping",
  title: "OSCAL mapping of frameworks to the mitigations",
  extension: "oscal-mapping.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => {
    const frameworks = mappedFrameworks(job.model);
    if (frameworks.length === 0)
      throw new CannotExport(
        "no mitigation of this threat model is linked to a framework, and an OSCAL mapping cannot be empty",
        "oscal-catalog has the mitigations without links",
      );
    const texts = textsOf(job);
    const catalog = systemUuid(job.model, "catalog-resource");
    return jsonText({
      "mapping-collection": {
        ...documentOf(job.model, "mapping", "Frameworks and the mitigations for"),
        provenance: HOW,
        mappings: frameworks.map((framework) => mappingOf(job, framework, texts, catalog)),
        "back-matter": { resources: [catalogResource(job, catalog), ...frameworks.map((framework) => frameworkResource(framework, texts))] },
      },
    });
  },
});
