import { type ImportedAnswer, type PlacedProblem, defineImporter, failure, success } from "@strideml/plugin-kit";
import type { Draft, DraftComponent } from "./Draft.js";
import { type Fields, fieldsOf, isFields, listOf, textOf, textsOf } from "./fields.js";
import { importedFrom } from "./importedFrom.js";
import type { Shape } from "./shapes.js";
import { Losses } from "./Losses.js";
import { pytmAnswers } from "./pytmAnswers.js";
import { readJson } from "./readJson.js";

const SHAPES: Readonly<Record<string, Shape>> = {
  Actor: "actor",
  ExternalEntity: "actor",
  Datastore: "store",
  Server: "process",
  Process: "process",
  SetOfProcesses: "process",
  Lambda: "process",
  Agent: "process",
  LLM: "process",
  Asset: "process",
};

const nameIn = (fields: Fields): string | undefined => textOf(fields["name"]);
const objects = (root: Fields, key: string): Fields[] => listOf(root[key]).map(fieldsOf);

/** Elements; a finished analysis lists actors and assets again under names of their own. */
const elementsIn = (root: Fields): Fields[] => {
  const elements = objects(root, "elements");
  return elements.length > 0 ? elements : [...objects(root, "actors"), ...objects(root, "assets")];
};

/** What a class says about the kind; `Server` or `Process` say no more than the shape does. */
const typeOf = (type: string | undefined, element: Fields): string | undefined => {
  if (type !== "LLM") return type === "Agent" ? "prompt-orchestrator" : undefined;
  if (element["hasAgentCapabilities"] === true) return "prompt-orchestrator";
  return element["isThirdParty"] === true && element["isSelfHosted"] !== true ? "model-vendor" : "inference-service";
};

const componentOf = (element: Fields, index: number, losses: Losses): DraftComponent => {
  const type = textOf(element["__class__"]);
  const shape = type !== undefined && Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
  const name = nameIn(element);
  if (type !== undefined && shape === undefined) losses.add(`the class ${type} of "${name ?? ""}"`, "pytm has no such class; the kind follows from the name");
  if (element["inScope"] === false) losses.add(`that "${name ?? ""}" is out of scope`, "a system file has no such mark; take the component out if it does not belong");
  return {
    id: name ?? `element ${index}`,
    name,
    type: typeOf(type, element),
    ...(shape && { shape }),
    description: textOf(element["description"]),
    zone: textOf(element["inBoundary"]),
  };
};

const draftOf = (root: Fields, losses: Losses): Draft => ({
  components: elementsIn(root).map((element, index) => componentOf(element, index, losses)),
  zones: objects(root, "boundaries").map((zone, index) => ({ id: nameIn(zone) ?? `boundary ${index}`, name: nameIn(zone), parent: textOf(zone["inBoundary"]) })),
  flows: objects(root, "flows").map((flow) => {
    const data = textsOf(flow["data"]);
    return { from: textOf(flow["source"]), to: textOf(flow["sink"]), data: data.length > 0 ? `${nameIn(flow) ?? "Data"}: ${data.slice(0, 20).join(", ")}` : nameIn(flow) };
  }),
});

const read = (root: Fields, losses: Losses) => {
  const draft = draftOf(root, losses);
  losses.count(objects(root, "findings").length, "finding", "findings", "threats are found anew from the components and answers");
  const data = objects(root, "data").flatMap((item) => [...textsOf(item["name"]), ...textsOf(item["description"])]);
  const answers: ImportedAnswer[] = pytmAnswers(elementsIn(root), objects(root, "data"));
  return importedFrom({ about: { name: nameIn(root), description: textOf(root["description"]) }, draft, answers, data }, losses);
};

const problemsOf = (root: unknown, file: string): PlacedProblem[] => {
  const problem = (path: string[], message: string, expected: string): PlacedProblem => ({ code: "pytm", message, path, expected, file });
  if (!isFields(root)) return [problem([], "is not a pytm model", "an object with name, elements and flows")];
  const lists = ["elements", "flows", "boundaries", "data"].flatMap((key) =>
    root[key] === undefined || Array.isArray(root[key]) ? [] : [problem([key], `${key} is not a list`, "a list")],
  );
  const empty = elementsIn(root).length === 0 && lists.length === 0 ? [problem(["elements"], "there are no elements", "a list of elements with name and __class__")] : [];
  return [...(nameIn(root) === undefined ? [problem(["name"], "name is missing", "the name of the model")] : []), ...lists, ...empty];
};

/** pytm models as JSON: what `pytm.loads` takes and what `--json` writes. Source: pytm 1.4, `json.py` and `tm.py`. */
export const pytm = defineImporter({
  id: "pytm",
  title: "OWASP pytm JSON",
  extensions: ["json"],
  recognises: (text) => /^\s*\{/u.test(text) && /"elements"\s*:/u.test(text) && /"flows"\s*:/u.test(text) && /"(?:__class__|onDuplicates|boundaries)"\s*:/u.test(text),
  import: (text, fileName) => {
    const json = readJson(text, fileName);
    if (!json.ok) return json;
    const problems = problemsOf(json.value, fileName);
    return problems.length > 0 ? failure(problems) : success(read(json.value as Fields, new Losses()));
  },
});
