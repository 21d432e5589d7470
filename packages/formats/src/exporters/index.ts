export { oscalAssessmentResults } from "./oscalAssessmentResults.js";
export { oscalCatalog } from "./oscalCatalog.js";
export { oscalMapping } from "./oscalMapping.js";
export { oscalPoam } from "./oscalPoam.js";
export { sarif } from "./sarif.js";
