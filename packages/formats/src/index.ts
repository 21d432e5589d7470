export { readYaml, type Source } from "./readYaml.js";
export { writeYaml } from "./writeYaml.js";
