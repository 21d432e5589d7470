import { canonicalJson, type PlainSystem, parseSystem, readSavedModel, systemOfModel } from "@strideml/core";
import { type Knowledge, type Result, type System, type ThreatModel, failure, success } from "@strideml/plugin-kit";
import type { Engine, Opened } from "./protocol.js";

type Check = Engine["check"];
type ModelOf = (system: System, date: string | undefined) => ThreatModel;

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

const looksLikeModel = (value: unknown): boolean => isMapping(value) && "format" in value && "threats" in value;

const looksLikeSystem = (value: unknown): boolean => isMapping(value) && ("schemaVersion" in value || "profile" in value);

/** Keys that only a pack has, or a file of one. */
const PACK_KEYS = ["apiVersion", "frameworks", "mappings", "questionnaires", "overrides", "dispositions"];

const looksLikePack = (value: unknown, name: string): boolean =>
  isMapping(value) && !("otmVersion" in value) && (PACK_KEYS.some((key) => key in value) || /^(?:framework|mapping)\.(?:ya?ml|json)$/.test(name));

const openModel = (value: unknown, name: string, knowledge: Knowledge, modelOf: ModelOf): Result<Opened> => {
  const saved = readSavedModel(value, name);
  if (!saved.ok) return saved;
  const system = systemOfModel(saved.value, knowledge);
  const parsed = parseSystem(system, knowledge);
  const fresh = parsed.ok ? modelOf(parsed.value, saved.value.provenance.date) : undefined;
  return success({ kind: "model", system, saved: saved.value, differs: fresh === undefined || canonicalJson(fresh) !== canonicalJson(saved.value) });
};

/** A file of another tool; `undefined` where it is of none that is known. */
const openForeign = async (text: string, name: string): Promise<Result<Opened> | undefined> => {
  const { importFile, IMPORTERS, toSystemFile } = await import("@strideml/formats");
  const imported = importFile(text, name, IMPORTERS);
  if (!imported.ok) return imported.problems.some(({ code }) => code === "unknown-format") ? undefined : imported;
  const { answers, losses, importer } = imported.value;
  const title = IMPORTERS.find(({ id }) => id === importer)!.title;
  const system = { context: {}, decisions: { mitigations: [], findings: [] }, ...toSystemFile(imported.value) } as unknown as PlainSystem;
  return success({ kind: "imported", system, title, answers, losses });
};

/** Reads a file, whichever of the kinds it is. */
export const createOpen =
  (knowledge: Knowledge, check: Check, modelOf: ModelOf): Engine["open"] =>
  async (text, name) => {
    if (name.endsWith(".hbs")) return success({ kind: "pack", source: { name, files: [{ path: name, text }] } });
    const { readYaml } = await import("@strideml/formats");
    // What is no YAML may still be a model card, or XML.
    const foreignFirst = /^\s*(?:<|---)/.test(text) ? await openForeign(text, name) : undefined;
    if (foreignFirst) return foreignFirst;
    const source = readYaml(text, name);
    if (!source.ok) return (await openForeign(text, name)) ?? source;
    const { value, place } = source.value;
    if (looksLikeModel(value)) return openModel(value, name, knowledge, modelOf);
    if (!looksLikeSystem(value)) {
      if (looksLikePack(value, name)) return success({ kind: "pack", source: { name, files: [{ path: name, text }] } });
      const foreign = await openForeign(text, name);
      if (foreign) return foreign;
    }
    const checked = check(value);
    return checked.ok ? success({ kind: "system", system: checked.value }) : failure(checked.problems.map(place));
  };
