import type { ImportedAnswer } from "@strideml/plugin-kit";
import { type Fields, fieldsOf, listOf, textOf, textsOf } from "./fields.js";
import { taskAnswers } from "./modelTasks.js";
import { searchable, wordIn } from "./words.js";

/** Our sensitivity by the words that organisations classify data with; the first match counts. */
const SENSITIVITY: readonly (readonly [string, readonly string[]])[] = [
  ["classified", ["classified", "top secret", "state secret"]],
  ["health", ["health", "phi", "medical", "patient"]],
  ["biometric", ["biometric", "face", "fingerprint", "voice"]],
  ["financial", ["financial", "payment", "card holder", "cardholder", "credit", "pci"]],
  ["personal", ["personal", "pii", "private"]],
  ["confidential", ["confidential", "restricted", "secret", "sensitive", "proprietary"]],
  ["internal", ["internal"]],
  ["public", ["public", "open"]],
];

const classified = (text: string, from: string): ImportedAnswer[] => {
  const searched = searchable(text);
  const found = SENSITIVITY.find(([, words]) => wordIn(searched, words));
  // One public dataset does not make all data public.
  return found ? [{ question: "profile.dataSensitivity", value: found[0], certainty: found[0] === "public" ? "guess" : "likely", from }] : [];
};

/** What a `data` object of CycloneDX says: its classification and the sensitive data that it names. */
export const dataAnswers = (data: Fields): ImportedAnswer[] => {
  const name = (textOf(data["name"]) ?? "without a name").slice(0, 80);
  const classification = textOf(data["classification"]);
  const sensitive = textsOf(data["sensitiveData"]);
  return [
    ...(classification === undefined ? [] : classified(classification, `the classification of the data "${name}"`)),
    ...(sensitive.length === 0 ? [] : classified(sensitive.join("; "), `the sensitive data of "${name}"`)),
  ];
};

const IMAGE_OR_SOUND = ["image", "audio", "video", "png", "jpeg", "wav", "mp3", "mp4"];

const inputAnswers = (parameters: Fields, from: string): ImportedAnswer[] => {
  const formats = listOf(parameters["inputs"]).flatMap((input) => textsOf(fieldsOf(input)["format"]));
  const searched = searchable(formats.join("; "));
  const other = wordIn(searched, IMAGE_OR_SOUND);
  return other !== undefined && wordIn(searched, ["text", "string", "prompt"]) !== undefined
    ? [{ question: "context.capabilities.multimodal", value: true, certainty: "likely", from: `the input formats of ${from}` }]
    : [];
};

const approachAnswers = (parameters: Fields, from: string): ImportedAnswer[] =>
  textOf(fieldsOf(parameters["approach"])["type"]) === "reinforcement-learning"
    ? [{ question: "profile.modelType", value: "reinforcement-learning", certainty: "guess", from: `the approach of ${from}` }]
    : [];

/** Datasets of a model card: written out, or by reference to a component. */
const datasetsOf = (parameters: Fields, data: ReadonlyMap<string, readonly Fields[]>): Fields[] =>
  listOf(parameters["datasets"]).flatMap((value) => {
    const dataset = fieldsOf(value);
    const ref = textOf(dataset["ref"]);
    return ref === undefined ? [dataset] : [...(data.get(ref) ?? [])];
  });

/** What a component of the type machine-learning-model says about the system. */
export const modelAnswers = (model: Fields, data: ReadonlyMap<string, readonly Fields[]>): ImportedAnswer[] => {
  const from = `the model "${(textOf(model["name"]) ?? "").slice(0, 80)}"`;
  const parameters = fieldsOf(fieldsOf(model["modelCard"])["modelParameters"]);
  const task = textOf(parameters["task"]);
  const family = [textOf(parameters["architectureFamily"]), textOf(parameters["modelArchitecture"])].flatMap((text) => text ?? []).join("; ");
  const ancestors = listOf(fieldsOf(model["pedigree"])["ancestors"]);
  return [
    ...(task === undefined ? [] : taskAnswers(task, `the task of ${from}`)),
    ...(family === "" ? [] : taskAnswers(family, `the architecture of ${from}`, "likely")),
    ...approachAnswers(parameters, from),
    ...inputAnswers(parameters, from),
    ...(ancestors.length === 0 ? [] : [{ question: "context.training.baseModel", value: "open-weights", certainty: "likely", from: `the ancestors of ${from}` } as const]),
    ...datasetsOf(parameters, data).flatMap(dataAnswers),
  ];
};
