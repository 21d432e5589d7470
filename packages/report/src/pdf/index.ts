export { toPdf } from "./toPdf.js";
