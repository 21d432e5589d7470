export { checkTemplate } from "./checkTemplate.js";
export { renderSource } from "./renderSource.js";
