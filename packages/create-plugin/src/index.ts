export { type Kind, KINDS, scaffold, type ScaffoldFile } from "./scaffold.js";
