import { en } from "./en.js";
import type { Words } from "./index.js";

export const fr: Words = en;
