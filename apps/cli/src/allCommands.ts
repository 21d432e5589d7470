// All commands in one module: loading one file is faster than loading a dozen small shared ones.
export { default as batch } from "./batch.js";
export { default as explain } from "./explain.js";
export { default as generate } from "./generate.js";
export { default as init } from "./init.js";
export { default as list } from "./list.js";
export { default as validate } from "./validate.js";
