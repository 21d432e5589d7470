export { otm } from "./otm.js";
export { threatComposer } from "./threatComposer.js";
export { threatDragon } from "./threatDragon.js";
export { tmLibrary } from "./tmLibrary.js";
