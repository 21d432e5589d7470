export { parseSystem } from "@strideml/core";
