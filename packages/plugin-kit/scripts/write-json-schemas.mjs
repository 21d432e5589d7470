// Writes a JSON Schema beside each noun that people write by hand, so that editors complete and check YAML.
import { mkdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import * as kit from "../dist/index.js";

const nouns = {
  threat: kit.Threat,
  mitigation: kit.Mitigation,
  framework: kit.Framework,
  mapping: kit.Mapping,
  question: kit.Question,
  scale: kit.Scale,
  scoring: kit.Scoring,
  architecture: kit.ReferenceArchitecture,
  plugin: kit.Plugin,
  system: kit.SystemFile,
  questionnaire: kit.Questionnaire,
};
const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, noun] of Object.entries(nouns)) {
  const schema = z.toJSONSchema(noun, { io: "input", unrepresentable: "any" });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
