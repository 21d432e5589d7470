export { toDocx } from "./toDocx.js";
