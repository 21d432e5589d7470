import * as z from "zod";
import { Prose, Title } from "./id.js";

/** A Handlebars text that turns a threat model into a document, written once in Markdown. */
export const Template = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/),
  title: Title,
  description: Prose.max(400),
  source: z.string().min(1).max(200_000),
});
export type Template = z.infer<typeof Template>;
