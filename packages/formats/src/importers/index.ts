import type { Importer } from "@strideml/plugin-kit";
import { cyclonedx } from "./cyclonedx.js";
import { huggingFaceCard } from "./huggingFaceCard.js";
import { otm } from "./otm.js";
import { pytm } from "./pytm.js";
import { threatComposer } from "./threatComposer.js";
import { threatDragon } from "./threatDragon.js";
import { tm7 } from "./tm7.js";

/** Every importer, those with the most telling marks first. */
export const IMPORTERS: readonly Importer[] = [tm7, cyclonedx, otm, threatDragon, threatComposer, pytm, huggingFaceCard];

export { importedYaml } from "./importedYaml.js";
export { importFile } from "./importFile.js";
export { toSystemFile } from "./toSystemFile.js";
