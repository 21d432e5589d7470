export { type Edit, editYaml } from "./editYaml.js";
export { EXPORTERS } from "./exporters/index.js";
export { IMPORTERS, importedYaml, importFile, toSystemFile } from "./importers/index.js";
export { packName } from "./pack/packName.js";
export { PACK_FOLDERS, type Pack, type PackFile, readPack } from "./pack/readPack.js";
export { readTemplate, type ReadTemplate } from "./pack/readTemplate.js";
export { type Tick, readChecklist } from "./readChecklist.js";
export { readYaml, type Source } from "./readYaml.js";
export { writeYaml } from "./writeYaml.js";
