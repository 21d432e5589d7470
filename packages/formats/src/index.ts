export { readYaml, type Source } from "./readYaml.js";
export { writeYaml } from "./writeYaml.js";
export * from "./exporters/index.js";
