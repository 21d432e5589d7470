import type { Exporter } from "@strideml/plugin-kit";
import { cisoAssistant } from "./cisoAssistant.js";
import { csv } from "./csv.js";
import { cyclonedx } from "./cyclonedx.js";
import { cyclonedx20Preview } from "./cyclonedx20Preview.js";
import { defectDojo } from "./defectDojo.js";
import { dot } from "./dot.js";
import { githubIssues } from "./githubIssues.js";
import { jiraCsv } from "./jiraCsv.js";
import { mermaid } from "./mermaid.js";
import { oscalAssessmentResults } from "./oscalAssessmentResults.js";
import { oscalCatalog } from "./oscalCatalog.js";
import { oscalMapping } from "./oscalMapping.js";
import { oscalPoam } from "./oscalPoam.js";
import { otm } from "./otm.js";
import { sarif } from "./sarif.js";
import { sssom } from "./sssom.js";
import { svg } from "./svg.js";
import { threagileRisks } from "./threagileRisks.js";
import { threatComposer } from "./threatComposer.js";
import { threatDragon } from "./threatDragon.js";
import { tmLibrary } from "./tmLibrary.js";
import { xlsx } from "./xlsx.js";

export {
  threatDragon,
  otm,
  threatComposer,
  tmLibrary,
  sarif,
  oscalCatalog,
  oscalMapping,
  oscalAssessmentResults,
  oscalPoam,
  cyclonedx,
  cyclonedx20Preview,
  defectDojo,
  threagileRisks,
  cisoAssistant,
  xlsx,
  csv,
  jiraCsv,
  githubIssues,
  mermaid,
  dot,
  svg,
  sssom,
};
export { mappingCsv } from "./mappingCsv.js";

/** Every exporter that the product comes with, in the order in which they are listed. */
export const EXPORTERS: readonly Exporter[] = [
  threatDragon,
  otm,
  threatComposer,
  tmLibrary,
  sarif,
  oscalCatalog,
  oscalMapping,
  oscalAssessmentResults,
  oscalPoam,
  cyclonedx,
  cyclonedx20Preview,
  defectDojo,
  threagileRisks,
  cisoAssistant,
  xlsx,
  csv,
  jiraCsv,
  githubIssues,
  mermaid,
  dot,
  svg,
  sssom,
];
