export { cyclonedx } from "./cyclonedx.js";
export { cyclonedx20Preview } from "./cyclonedx20Preview.js";
export { oscalAssessmentResults } from "./oscalAssessmentResults.js";
export { oscalCatalog } from "./oscalCatalog.js";
export { oscalMapping } from "./oscalMapping.js";
export { oscalPoam } from "./oscalPoam.js";
export { sarif } from "./sarif.js";
