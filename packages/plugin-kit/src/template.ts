import * as z from "zod";
import { Id, prose, Title } from "./id.js";

/** A Handlebars text that turns a threat model into a document, written once in Markdown. */
export const Template = z.strictObject({
  /** What `--template` takes: `acme/board`. */
  id: z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/),
  /** As menus and files call it. */
  title: Title,
  /** What it is for. */
  description: prose(400),
  /** Framework that the document is about: its section of the view, its assessments. */
  framework: z.optional(Id),
  /** Questionnaire whose items the document fills. */
  questionnaire: z.optional(Id),
  /** Handlebars over Markdown (see `docs/templates.md`). */
  source: z.string().min(1).max(200_000),
});
export type Template = z.infer<typeof Template>;
