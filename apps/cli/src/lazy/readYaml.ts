export { readYaml } from "@strideml/formats";
