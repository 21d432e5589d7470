/** Bounds of what is read. Real files of these formats have at most a few megabytes. */
export const LIMITS = {
  /** Characters of any file: 50 MB. */
  text: 50_000_000,
  /** Characters of YAML, which is read a hundred times slower than JSON. */
  yaml: 500_000,
  /** Characters of XML; the largest real models have two million, nearly all of them the template. */
  xml: 10_000_000,
  /** Nesting of JSON, YAML and XML. */
  depth: 100,
  /** References to one YAML anchor, all that it holds counted. */
  aliases: 100,
  /** A name of anything. */
  name: 200,
  componentDescription: 2000,
  description: 4000,
  version: 60,
  components: 500,
  flows: 2000,
  boundaries: 100,
  decisions: 1000,
  /** Entries of the list of losses before the rest is only counted. */
  losses: 1000,
} as const;
