import { extname } from "node:path";
import type { Exporter, ThreatModel } from "@strideml/plugin-kit";
import { type Format, formatOf, FORMATS } from "@strideml/report";
import type { Flags } from "./commands.js";
import { oneOf } from "./readSystem.js";

/** Every format: documents, the model itself, other tools' files, and what plugins add. */
export const allFormats = async (exporters: readonly Exporter[], baseline?: ThreatModel): Promise<Format[]> => {
  const { EXPORTERS } = await import("./lazy/exporters.js");
  return [...FORMATS, ...[...EXPORTERS, ...exporters].map((exporter) => formatOf(exporter, baseline))];
};

const byOutput = (output: string, formats: readonly Format[]): Format | undefined => formats.find(({ extension }) => output.endsWith(`.${extension}`));

/** The formats that the flags ask for. Those for other tools are loaded only where one is asked for. */
export const chosenFormats = async (flags: Flags, exporters: readonly Exporter[], baseline?: ThreatModel): Promise<Format[]> => {
  const output = typeof flags["output"] === "string" && extname(flags["output"]) !== "" ? flags["output"] : undefined;
  const wanted = typeof flags["format"] === "string" ? [...new Set(flags["format"].split(",").map((id) => id.trim()))] : undefined;
  const near = wanted?.every((id) => FORMATS.some((format) => format.id === id)) ?? (output === undefined || FORMATS.some(({ extension }) => extname(output) === `.${extension}`));
  const formats = near ? FORMATS : await allFormats(exporters, baseline);
  // Compound names such as x.tc.json come before x.json.
  const bySize = formats.toSorted((a, b) => b.extension.length - a.extension.length);
  const ids = wanted ?? [(output === undefined ? undefined : byOutput(output, bySize))?.id ?? "md"];
  return ids.map((id) => {
    const known = formats.map((format) => format.id);
    return formats.find((format) => format.id === oneOf(id, known, "format"))!;
  });
};
