import { type PlacedProblem, defineImporter, failure, success } from "@strideml/plugin-kit";
import type { Draft } from "./Draft.js";
import { FINDING_STATUS_OF } from "../statuses.js";
import { findingDecisions, mitigationDecisions } from "./decisionsFrom.js";
import { type Fields, fieldsOf, isFields, listOf, textOf } from "./fields.js";
import { importedFrom } from "./importedFrom.js";
import { Losses } from "./Losses.js";
import { markIn, type OwnMark } from "./ownMarks.js";
import { ownTrace } from "./ownTrace.js";
import { readJson } from "./readJson.js";
import { readDiagram } from "./threatDragonCells.js";

const V1_HINT = "open it in Threat Dragon 2, which converts it, save it there and import the saved file";

/** What keeps a file from being read as a Threat Dragon 2 model. */
const problemsOf = (root: unknown, file: string): PlacedProblem[] => {
  const problem = (path: PlacedProblem["path"], message: string, expected: string): PlacedProblem => ({ code: "threat-dragon", message, path, expected, file });
  if (!isFields(root)) return [problem([], "is not a Threat Dragon model", "an object with version, summary and detail")];
  const detail = root["detail"];
  const summary = isFields(root["summary"]) ? [] : [problem(["summary"], "summary is missing or not an object", "summary.title")];
  if (!isFields(detail)) return [...summary, problem(["detail"], "detail is missing or not an object", "detail.diagrams")];
  const diagrams = detail["diagrams"];
  if (!Array.isArray(diagrams)) return [...summary, problem(["detail", "diagrams"], "detail.diagrams is missing or not a list", "a list of diagrams")];
  const old = diagrams.findIndex((diagram) => isFields(diagram) && "diagramJson" in diagram);
  if (old >= 0)
    return [{ code: "threat-dragon-v1", message: "is a model of Threat Dragon 1", path: ["detail", "diagrams", old, "diagramJson"], expected: "version 2", hint: V1_HINT, file }];
  const wrong = diagrams.flatMap((diagram, index) =>
    isFields(diagram) && (diagram["cells"] === undefined || Array.isArray(diagram["cells"]))
      ? []
      : [problem(["detail", "diagrams", index], "is not a diagram", "an object with a list of cells")],
  );
  return [...summary, ...wrong];
};

const read = (root: Fields, losses: Losses) => {
  const summary = fieldsOf(root["summary"]);
  const draft: Draft = { components: [], flows: [], zones: [] };
  const marks: OwnMark[] = [];
  let others = 0;
  const diagrams = fieldsOf(root["detail"])["diagrams"] as unknown[];
  for (const [number, diagram] of diagrams.entries()) {
    const found = readDiagram(fieldsOf(diagram), number, draft, losses);
    marks.push(...found.marks);
    others += found.others;
  }
  losses.count(others, "threat that is not ours", "threats that are not ours", "threats are found anew from the components and answers");
  const about = { name: textOf(summary["title"]), description: textOf(summary["description"]), owner: textOf(summary["owner"]) };
  const own = fieldsOf(root["strideml"]);
  const mitigations = listOf(own["mitigations"]).flatMap((entry) => markIn(fieldsOf(entry), "mitigation", undefined) ?? []);
  return importedFrom(
    {
      about,
      draft,
      trace: ownTrace(own),
      findings: findingDecisions(marks, FINDING_STATUS_OF.threatDragon, losses),
      mitigations: mitigationDecisions(mitigations, {}, losses),
    },
    losses,
  );
};

/** OWASP Threat Dragon 2 models. Source: its schema `owasp.threat-dragon.schema.V2.json`, version 2.6. */
export const threatDragon = defineImporter({
  id: "threat-dragon",
  title: "OWASP Threat Dragon 2",
  extensions: ["json"],
  recognises: (text) => /^\s*\{/u.test(text) && /"detail"\s*:/u.test(text) && /"summary"\s*:/u.test(text) && /"diagrams"\s*:/u.test(text),
  import: (text, fileName) => {
    const json = readJson(text, fileName);
    if (!json.ok) return json;
    const problems = problemsOf(json.value, fileName);
    return problems.length > 0 ? failure(problems) : success(read(json.value as Fields, new Losses()));
  },
});
