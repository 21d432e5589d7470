export { threatDragon } from "./threatDragon.js";
