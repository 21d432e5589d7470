import type { en } from "./en.js";

/** Every word of the page. The English ones are the source; a language that lacks one does not compile. */
export type Words = typeof en;
