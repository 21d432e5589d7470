import { type MitigationDecision, type PlacedProblem, defineImporter, failure, success } from "@strideml/plugin-kit";
import { type Fields, fieldsOf, isFields, listOf, textOf } from "./fields.js";
import { importedFrom } from "./importedFrom.js";
import { Losses } from "./Losses.js";
import type { OwnMark } from "./ownMarks.js";
import { readJson } from "./readJson.js";

const objects = (root: Fields, key: string): Fields[] => listOf(root[key]).map(fieldsOf);

const metadata = (item: Fields, key: string): string | undefined => {
  const entry = objects(item, "metadata").find((candidate) => candidate["key"] === key);
  return entry && textOf(entry["value"]);
};

const marksIn = (root: Fields): OwnMark[] =>
  objects(root, "threats").flatMap((threat): OwnMark[] => {
    const finding = metadata(threat, "custom:strideml");
    if (finding === undefined) return [];
    const [owner, reason, expires] = ["owner", "reason", "expires"].map((key) => metadata(threat, `custom:strideml-${key}`));
    return [{ finding, status: textOf(threat["status"]), owner, reason, expires }];
  });

/** "Identified" is what every mitigation starts as, so it is no decision. */
const MITIGATION_STATUSES: Readonly<Record<string, MitigationDecision["status"]>> = {
  mitigationInProgress: "planned",
  mitigationResolved: "in-place",
  mitigationResolvedWillNotAction: "not-planned",
};

const isOurs = (id: string): boolean => id.length <= 120 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id);

const mitigationsIn = (root: Fields, losses: Losses): MitigationDecision[] => {
  const decisions = new Map<string, MitigationDecision>();
  for (const mitigation of objects(root, "mitigations")) {
    const id = metadata(mitigation, "custom:strideml");
    const word = textOf(mitigation["status"]) ?? "";
    const status = Object.hasOwn(MITIGATION_STATUSES, word) ? MITIGATION_STATUSES[word] : undefined;
    if (id === undefined || status === undefined) continue;
    if (isOurs(id)) decisions.set(id, { id, status });
    else losses.add(`the status ${word} of the mitigation ${id}`, "it is no id of ours");
  }
  return [...decisions.values()];
};

const tellLosses = (root: Fields, marks: number, losses: Losses): void => {
  losses.count(objects(root, "threats").length - marks, "threat that is not ours", "threats that are not ours", "threats are found anew from the components and answers");
  const others = objects(root, "mitigations").filter((mitigation) => metadata(mitigation, "custom:strideml") === undefined).length;
  losses.count(others, "mitigation that is not ours", "mitigations that are not ours", "mitigations follow from the threats that are found; say in `decisions` which are in place");
  losses.count(objects(root, "assumptions").length, "assumption", "assumptions", "a system file has no place for them");
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
  const marks = marksIn(root);
  tellLosses(root, marks.length, losses);
  const prose = [fieldsOf(root["architecture"])["description"], fieldsOf(root["dataflow"])["description"]].flatMap((text) => textOf(text) ?? []);
  const data = objects(root, "threats").flatMap((threat) => listOf(threat["impactedAssets"]).flatMap((asset) => textOf(asset) ?? []));
  const about = { name: textOf(info["name"]), description: textOf(info["description"]) };
  return importedFrom({ about, alsoSearched: prose, data, marks, mitigations: mitigationsIn(root, losses) }, losses);
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
