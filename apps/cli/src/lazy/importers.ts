export { IMPORTERS, importedYaml, importFile } from "@strideml/formats";
