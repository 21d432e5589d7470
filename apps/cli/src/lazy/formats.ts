export { editYaml, readChecklist } from "@strideml/formats";
