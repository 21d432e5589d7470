export { readYaml, type Source } from "./readYaml.js";
export { writeYaml } from "./writeYaml.js";
export { IMPORTERS, importFile, toSystemFile } from "./importers/index.js";
