import { readFileSync } from "node:fs";
import type { ThreatModel } from "@strideml/plugin-kit";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";
import { BUILT_IN_TEMPLATES, renderTemplate, toView } from "../src/index.js";

const folder = new URL("../../../examples/", import.meta.url);

/** The threat model of an example, as of a fixed day. */
export const exampleModel = (name: string, date: string | undefined = "2026-11-23"): ThreatModel => {
  const parsed = parseSystem(parse(readFileSync(new URL(`${name}.yaml`, folder), "utf8")), KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return generateThreatModel(parsed.value, KNOWLEDGE, { ...AROUND, date });
};

/** A model in the words of a template. */
export const rendered = (model: ThreatModel, id: string): string =>
  renderTemplate(
    BUILT_IN_TEMPLATES.find((each) => each.id === id)!,
    toView(model, KNOWLEDGE),
  );
