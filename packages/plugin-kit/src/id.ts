// The few schemas that every command runs are of zod's small form: they cost a third of the time to set up.
import { en } from "zod/locales";
import * as z from "zod/mini";

// Schemas are run once or twice in a process, so compiling them to code costs more than it saves; and a strict content
// security policy forbids it in the browser.
z.config({ ...en(), jitless: true });

/** Permanent identifier: lower-case words joined by hyphens, optionally namespaced by a plugin (`acme/badge-cloning`). */
export const Id = z
  .string()
  .check(z.maxLength(120), z.regex(/^(?:[a-z0-9]+(?:[.-][a-z0-9]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens, such as model-extraction"));
export type Id = z.infer<typeof Id>;

/** Text of `least` to `most` characters. */
export const prose = (most: number, least = 1) => z.string().check(z.trim(), z.minLength(least), z.maxLength(most));

/** A sentence or more of prose. Bounded so that a report stays a report. */
export const Prose = prose(4000);

/** A heading of at most `most` characters: one line. */
export const title = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\n]*$/, "one line"));

/** A heading: one line. */
export const Title = title(200);

/** A calendar day, `2026-12-02`. */
export const Day = z.iso.date();

/** A DOI, without `https://doi.org/`. */
export const DOI = /^10\.\d{4,9}\/\S+$/;

/** An arXiv id, such as `1609.02943`. */
export const ARXIV = /^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/;

/** A web address. Only `https` and `http`: other schemes could run code when a report is opened. */
export const WebAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(500));
