import type { Exporter } from "@strideml/plugin-kit";
import { cisoAssistant } from "./cisoAssistant.js";
import { csv } from "./csv.js";
import { defectDojo } from "./defectDojo.js";
import { dot } from "./dot.js";
import { githubIssues } from "./githubIssues.js";
import { jiraCsv } from "./jiraCsv.js";
import { mermaid } from "./mermaid.js";
import { otm } from "./otm.js";
import { sssom } from "./sssom.js";
import { svg } from "./svg.js";
import { threagileRisks } from "./threagileRisks.js";
import { threatComposer } from "./threatComposer.js";
import { threatDragon } from "./threatDragon.js";
import { tmLibrary } from "./tmLibrary.js";
import { xlsx } from "./xlsx.js";

export { threatDragon, otm, threatComposer, tmLibrary, defectDojo, threagileRisks, cisoAssistant, xlsx, csv, jiraCsv, githubIssues, mermaid, dot, svg, sssom };
export { mappingCsv } from "./mappingCsv.js";

/** Every exporter that the product comes with, in the order in which they are listed. */
export const EXPORTERS: readonly Exporter[] = [threatDragon, otm, threatComposer, tmLibrary, defectDojo, threagileRisks, cisoAssistant, xlsx, csv, jiraCsv, githubIssues, mermaid, dot, svg, sssom];
