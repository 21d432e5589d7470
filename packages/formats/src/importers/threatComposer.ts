import { type PlacedProblem, defineImporter, failure, success } from "@strideml/plugin-kit";
import { FINDING_STATUS_OF, MITIGATION_STATUS_OF } from "../statuses.js";
import { findingDecisions, mitigationDecisions } from "./decisionsFrom.js";
import { type Fields, fieldsOf, isFields, listOf, textOf } from "./fields.js";
import { importedFrom } from "./importedFrom.js";
import { Losses } from "./Losses.js";
import { markIn, type OwnMark } from "./ownMarks.js";
import { type OwnTrace, ownTrace } from "./ownTrace.js";
import { readJson } from "./readJson.js";

const objects = (root: Fields, key: string): Fields[] => listOf(root[key]).map(fieldsOf);

/** Custom data that an earlier export of ours wrote, without the prefix of its names. */
const ownIn = (item: Fields): Fields =>
  Object.fromEntries(objects(item, "metadata").flatMap(({ key, value }) => (typeof key === "string" && key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), value]] : [])));

const PREFIX = "custom:strideml-";

const marksIn = (root: Fields, list: "threats" | "mitigations"): OwnMark[] =>
  objects(root, list).flatMap((item) => markIn(ownIn(item), list === "threats" ? "finding" : "mitigation", textOf(item["status"])) ?? []);

/** What one of the assumptions carries of the whole. */
const traceIn = (root: Fields): OwnTrace | undefined =>
  objects(root, "assumptions")
    .map((assumption) => ownTrace(ownIn(assumption)))
    .find(Boolean);

const isOurs = (root: Fields): boolean => traceIn(root) !== undefined;

const tellLosses = (root: Fields, { threats, mitigations }: Record<"threats" | "mitigations", OwnMark[]>, losses: Losses): void => {
  losses.count(objects(root, "threats").length - threats.length, "threat that is not ours", "threats that are not ours", "threats are found anew from the components and answers");
  losses.count(
    objects(root, "mitigations").length - mitigations.length,
    "mitigation that is not ours",
    "mitigations that are not ours",
    "mitigations follow from the threats that are found; say in `decisions` which are in place",
  );
  const assumptions = objects(root, "assumptions").filter((assumption) => Object.keys(ownIn(assumption)).length === 0);
  losses.count(assumptions.length, "assumption", "assumptions", "a system file has no place for them");
  if (isOurs(root)) return;
  for (const key of ["architecture", "dataflow"] as const) {
    const part = fieldsOf(root[key]);
    if (textOf(part["image"]) !== undefined || textOf(part["description"]) !== undefined)
      losses.add(
        `the ${key === "dataflow" ? "data-flow" : "architecture"} diagram and its description`,
        "it is a picture and prose, not components and flows; the words are only searched for answers",
      );
  }
};

const read = (root: Fields, losses: Losses) => {
  const info = fieldsOf(root["applicationInfo"]);
  const marks = { threats: marksIn(root, "threats"), mitigations: marksIn(root, "mitigations") };
  tellLosses(root, marks, losses);
  const prose = [fieldsOf(root["architecture"])["description"], fieldsOf(root["dataflow"])["description"]].flatMap((text) => textOf(text) ?? []);
  const data = objects(root, "threats").flatMap((threat) => listOf(threat["impactedAssets"]).flatMap((asset) => textOf(asset) ?? []));
  const about = { name: textOf(info["name"]), description: textOf(info["description"]) };
  return importedFrom(
    {
      about,
      alsoSearched: prose,
      data,
      trace: traceIn(root),
      findings: findingDecisions(marks.threats, FINDING_STATUS_OF.threatComposer, losses),
      mitigations: mitigationDecisions(marks.mitigations, MITIGATION_STATUS_OF.threatComposer, losses),
    },
    losses,
  );
};

const LISTS = ["threats", "mitigations", "assumptions"] as const;

const problemsOf = (root: unknown, file: string): PlacedProblem[] => {
  const problem = (path: string[], message: string, expected: string): PlacedProblem => ({ code: "threat-composer", message, path, expected, file });
  if (!isFields(root)) return [problem([], "is not a Threat Composer workspace", "an object with schema and applicationInfo")];
  return [
    ...(root["schema"] === 1 ? [] : [problem(["schema"], "is not of a version that is read", "schema: 1")]),
    ...LISTS.flatMap((key) => (root[key] === undefined || Array.isArray(root[key]) ? [] : [problem([key], `${key} is not a list`, "a list")])),
  ];
};

/** AWS Threat Composer workspaces. Source: its schema `threat-composer-v1`. They hold no architecture that a program can read. */
export const threatComposer = defineImporter({
  id: "threat-composer",
  title: "AWS Threat Composer",
  extensions: ["tc.json", "json"],
  recognises: (text) => /^\s*\{/u.test(text) && /"schema"\s*:\s*\d/u.test(text) && /"(?:applicationInfo|threats|assumptionLinks|mitigationLinks)"\s*:/u.test(text),
  import: (text, fileName) => {
    const json = readJson(text, fileName);
    if (!json.ok) return json;
    const problems = problemsOf(json.value, fileName);
    return problems.length > 0 ? failure(problems) : success(read(json.value as Fields, new Losses()));
  },
});
