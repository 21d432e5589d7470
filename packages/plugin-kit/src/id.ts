import * as z from "zod";

// Schemas are run once or twice in a process, so compiling them to code costs more than it saves; and a strict content
// security policy forbids it in the browser.
z.config({ jitless: true });

/** Permanent identifier: lower-case words joined by hyphens, optionally namespaced by a plugin (`acme/badge-cloning`). */
export const Id = z
  .string()
  .max(120)
  .regex(/^(?:[a-z0-9]+(?:[.-][a-z0-9]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens, such as model-extraction");
export type Id = z.infer<typeof Id>;

/** A sentence or more of prose. Bounded so that a report stays a report. */
export const Prose = z.string().trim().min(1).max(4000);

/** A heading: one line. */
export const Title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\n]*$/, "one line");

/** A calendar day, `2026-12-02`. */
export const Day = z.iso.date();

/** A web address. Only `https` and `http`: other schemes could run code when a report is opened. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(500);
