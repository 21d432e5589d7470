import { en } from "./en.js";
import type { Words } from "./index.js";

export const de: Words = en;
