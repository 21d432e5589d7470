import { type ImportedAnswer, type PlacedProblem, defineImporter, failure, success } from "@strideml/plugin-kit";
import { FINDING_STATUS_OF, MITIGATION_STATUS_OF } from "../statuses.js";
import { findingDecisions, mitigationDecisions } from "./decisionsFrom.js";
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf, textsOf } from "./fields.js";
import { importedFrom } from "./importedFrom.js";
import { Losses } from "./Losses.js";
import { componentsIn, flowsIn, marksIn, mitigationMarksIn, ownIn, zonesIn } from "./otmParts.js";
import { ownTrace } from "./ownTrace.js";
import { readBoundedYaml } from "./readBoundedYaml.js";
import { readJson } from "./readJson.js";

const LISTS = ["trustZones", "components", "dataflows", "threats", "assets"] as const;

const problemsOf = (root: unknown, file: string): PlacedProblem[] => {
  const problem = (path: string[], message: string, expected: string): PlacedProblem => ({ code: "otm", message, path, expected, file });
  if (!isFields(root)) return [problem([], "is not an Open Threat Model", "an object with otmVersion and project")];
  return [
    ...(textOf(root["otmVersion"]) === undefined ? [problem(["otmVersion"], "otmVersion is missing", "0.1.0 or 0.2.0")] : []),
    ...(isFields(root["project"]) ? [] : [problem(["project"], "project is missing or not an object", "project.id and project.name")]),
    ...LISTS.flatMap((key) => (root[key] === undefined || root[key] === null || Array.isArray(root[key]) ? [] : [problem([key], `${key} is not a list`, "a list")])),
  ];
};

/** From this confidentiality on, of 100, an asset is taken for confidential at least. */
const CONFIDENTIAL = 70;

const assetAnswers = (root: Fields): ImportedAnswer[] =>
  listOf(root["assets"]).flatMap((value): ImportedAnswer[] => {
    const asset = fieldsOf(value);
    const confidentiality = numberOf(fieldsOf(asset["risk"])["confidentiality"]) ?? 0;
    const from = `the asset "${(textOf(asset["name"]) ?? "").slice(0, 80)}" with confidentiality ${confidentiality}`;
    return confidentiality >= CONFIDENTIAL ? [{ question: "profile.dataSensitivity", value: "confidential", from, certainty: "guess" }] : [];
  });

const read = (root: Fields, losses: Losses) => {
  const project = fieldsOf(root["project"]);
  const { marks, others } = marksIn(root);
  losses.count(others, "threat that is not ours", "threats that are not ours", "threats are found anew from the components and answers");
  const mitigations = mitigationMarksIn(root);
  losses.count(
    mitigations.others,
    "mitigation that is not ours",
    "mitigations that are not ours",
    "mitigations follow from the threats that are found; say in `decisions` which are in place",
  );
  const assets = listOf(root["assets"]).map(fieldsOf);
  const draft = { components: componentsIn(root, losses), flows: flowsIn(root), zones: zonesIn(root) };
  const about = { name: textOf(project["name"]), description: textOf(project["description"]), owner: textOf(project["owner"]) };
  const data = assets.flatMap((asset) => [...textsOf(asset["name"]), ...textsOf(asset["description"])]);
  return importedFrom(
    {
      about,
      draft,
      answers: assetAnswers(root),
      data,
      alsoSearched: textsOf(project["tags"]),
      trace: ownTrace(ownIn(project)),
      findings: findingDecisions(marks, FINDING_STATUS_OF.otm, losses),
      mitigations: mitigationDecisions(mitigations.marks, MITIGATION_STATUS_OF.otm, losses),
    },
    losses,
  );
};

const isJson = (text: string): boolean => /^[\uFEFF\s]*\{/u.test(text);

/** Open Threat Model files, JSON or YAML. Source: the OTM specification 0.2.0; 0.1.0 has the same parts. */
export const otm = defineImporter({
  id: "otm",
  title: "Open Threat Model (OTM)",
  extensions: ["otm", "json", "yaml", "yml"],
  recognises: (text) => (isJson(text) ? /"otmVersion"\s*:/u.test(text) : /^otmVersion\s*:/mu.test(text)),
  import: (text, fileName) => {
    const parsed = isJson(text) ? readJson(text, fileName) : readBoundedYaml(text, fileName);
    if (!parsed.ok) return parsed;
    const problems = problemsOf(parsed.value, fileName);
    return problems.length > 0 ? failure(problems) : success(read(parsed.value as Fields, new Losses()));
  },
});
