import { type PlacedProblem, defineImporter, failure, success } from "@strideml/plugin-kit";
import { dataAnswers, modelAnswers } from "./cyclonedxModel.js";
import { FINDING_STATUS_OF } from "../statuses.js";
import { findingDecisions, mitigationDecisions } from "./decisionsFrom.js";
import { type Fields, fieldsOf, isFields, listOf, textOf } from "./fields.js";
import { type Found, importedFrom } from "./importedFrom.js";
import { jsonIn } from "./jsonIn.js";
import { Losses } from "./Losses.js";
import { markIn } from "./ownMarks.js";
import { ownTrace } from "./ownTrace.js";
import { readJson } from "./readJson.js";

const WHY_NO_ARCHITECTURE = "a bill of materials lists parts and does not say how data flows between them; the reference architecture that follows from the answers is used";

/** All components, nested ones too; depth is bounded by the reader. */
const flat = (components: unknown): Fields[] => listOf(components).flatMap((value) => [fieldsOf(value), ...flat(fieldsOf(value)["components"])]);

const isModel = (component: Fields): boolean => component["type"] === "machine-learning-model";
const dataOf = (component: Fields): Fields[] => listOf(component["data"]).map((value) => ({ name: component["name"], ...fieldsOf(value) }));

/** Names of datasets that model cards refer to and that the file does not hold. */
const missingData = (models: readonly Fields[], known: ReadonlyMap<string, unknown>): string[] =>
  models.flatMap((model) =>
    listOf(fieldsOf(fieldsOf(model["modelCard"])["modelParameters"])["datasets"]).flatMap((dataset) => {
      const ref = textOf(fieldsOf(dataset)["ref"]);
      return ref === undefined || known.has(ref) ? [] : [ref];
    }),
  );

const describe = (models: readonly Fields[], data: readonly Fields[], main: Fields): string => {
  const names = (parts: readonly Fields[]) =>
    parts
      .slice(0, 20)
      .map((part) => [textOf(part["name"]) ?? "without a name", textOf(part["version"])].filter(Boolean).join(" "))
      .join(", ");
  const prose = textOf(main["description"]) ?? models.map((model) => textOf(model["description"])).find(Boolean);
  return [prose, models.length > 0 && `Models: ${names(models)}.`, data.length > 0 && `Data: ${names(data)}.`].filter(Boolean).join("\n\n");
};

const ownerOf = (parts: readonly Fields[]): string | undefined =>
  parts
    .flatMap((part) => [textOf(part["publisher"]), textOf(fieldsOf(part["manufacturer"])["name"]), textOf(fieldsOf(part["supplier"])["name"]), textOf(part["group"])])
    .find(Boolean);

const tellLosses = (root: Fields, components: readonly Fields[], losses: Losses): void => {
  const parts = components.filter((component) => !isModel(component) && component["type"] !== "data" && component !== fieldsOf(root["metadata"])["component"]);
  losses.count(parts.length, "part that is neither model nor data", "parts that are neither models nor data", WHY_NO_ARCHITECTURE);
  losses.count(listOf(root["services"]).length, "service", "services", WHY_NO_ARCHITECTURE);
  losses.count(listOf(root["vulnerabilities"]).length, "vulnerability", "vulnerabilities", "threats are found anew from the answers; known vulnerabilities belong to a scanner");
  for (const model of components.filter(isModel)) {
    const card = fieldsOf(model["modelCard"]);
    const kept = Object.keys(card).filter((key) => key === "considerations" || key === "quantitativeAnalysis");
    if (kept.length > 0) losses.add(`${kept.join(" and ")} in the model card of "${textOf(model["name"]) ?? ""}"`, "a system file has no place for them");
  }
};

const PREFIX = "strideml:";

/** Properties that an earlier export of ours wrote, without the prefix of their names. */
const ownIn = (item: Fields): Fields =>
  Object.fromEntries(
    listOf(item["properties"])
      .map(fieldsOf)
      .flatMap(({ name, value }) => (typeof name === "string" && name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [])),
  );

/** Decisions that a file of ours brings back. */
const decisionsIn = (root: Fields, own: Fields, losses: Losses): Pick<Found, "findings" | "mitigations"> => {
  const vulnerabilities = listOf(root["vulnerabilities"]).map(fieldsOf);
  const findings = vulnerabilities.flatMap((each) => markIn(ownIn(each), "finding", textOf(fieldsOf(each["analysis"])["state"])) ?? []);
  const mitigations = listOf(jsonIn(textOf(own["mitigations"]))).flatMap((each) => markIn(fieldsOf(each), "mitigation", undefined) ?? []);
  return { findings: findingDecisions(findings, FINDING_STATUS_OF.cyclonedx, losses), mitigations: mitigationDecisions(mitigations, {}, losses) };
};

const read = (root: Fields, losses: Losses) => {
  const metadata = fieldsOf(root["metadata"]);
  const main = fieldsOf(metadata["component"]);
  const components = [...flat(metadata["component"]), ...flat(root["components"])];
  const models = components.filter(isModel);
  const data = components.filter((component) => component["type"] === "data");
  const byRef = new Map(data.map((component) => [textOf(component["bom-ref"]) ?? "", dataOf(component)]));
  const own = ownIn(metadata);
  const trace = ownTrace(own);
  if (trace) return importedFrom({ about: { name: textOf(main["name"]) }, trace, ...decisionsIn(root, own, losses) }, losses);
  tellLosses(root, components, losses);
  for (const ref of missingData(models, byRef)) losses.add(`the dataset ${ref} of a model card`, "the file has no component with that bom-ref");
  const answers = [...models.flatMap((model) => modelAnswers(model, byRef)), ...data.flatMap(dataOf).flatMap(dataAnswers)];
  const first = textOf(main["name"]) === undefined ? (models[0] ?? {}) : main;
  const about = { name: textOf(first["name"]), version: textOf(first["version"]), owner: ownerOf([first, metadata]), description: describe(models, data, first) };
  return importedFrom({ about, answers }, losses);
};

const VERSIONS = ["1.5", "1.6", "1.7"];

const problemsOf = (root: unknown, file: string): PlacedProblem[] => {
  const problem = (path: string[], message: string, more: Partial<PlacedProblem>): PlacedProblem => ({ code: "cyclonedx", message, path, file, ...more });
  if (!isFields(root) || root["bomFormat"] !== "CycloneDX") return [problem([], "is not a CycloneDX bill of materials", { expected: "bomFormat: CycloneDX" })];
  const version = textOf(root["specVersion"]) ?? "";
  if (!VERSIONS.includes(version)) return [problem(["specVersion"], `the version ${version.slice(0, 20) || "is missing and"} is not read`, { expected: VERSIONS.join(", ") })];
  const parts = [...flat(fieldsOf(root["metadata"])["component"]), ...flat(root["components"])];
  if (parts.some((component) => isModel(component) || component["type"] === "data")) return [];
  return [
    problem(["components"], "has no machine-learning model and no data in it", {
      expected: "a component of the type machine-learning-model",
      hint: "take the ML-BOM, not the software bill of materials",
    }),
  ];
};

/** CycloneDX ML-BOMs as JSON. Source: CycloneDX 1.7 (ECMA-424), `modelCard` and `data`, which 1.5 and 1.6 have too. */
export const cyclonedx = defineImporter({
  id: "cyclonedx",
  title: "CycloneDX ML-BOM",
  extensions: ["cdx.json", "json"],
  recognises: (text) => /^[\uFEFF\s]*\{/u.test(text) && /"bomFormat"\s*:\s*"CycloneDX"/u.test(text),
  import: (text, fileName) => {
    const json = readJson(text, fileName);
    if (!json.ok) return json;
    const problems = problemsOf(json.value, fileName);
    return problems.length > 0 ? failure(problems) : success(read(json.value as Fields, new Losses()));
  },
});
