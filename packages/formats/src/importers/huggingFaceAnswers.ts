import type { ImportedAnswer } from "@strideml/plugin-kit";
import { type Fields, textOf, textsOf } from "./fields.js";
import { taskAnswers } from "./modelTasks.js";
import { searchable, wordIn } from "./words.js";

const answer = (question: string, value: string | boolean, certainty: ImportedAnswer["certainty"], from: string): ImportedAnswer => ({ question, value, certainty, from });

/** Libraries that say what kind of model it is. */
const LIBRARIES: Readonly<Record<string, string>> = {
  diffusers: "generative-media",
  "stable-baselines3": "reinforcement-learning",
  "ml-agents": "reinforcement-learning",
  "sentence-transformers": "nlp",
  spacy: "nlp",
  flair: "nlp",
  timm: "computer-vision",
  ultralytics: "computer-vision",
  nemo: "speech-audio",
  espnet: "speech-audio",
  speechbrain: "speech-audio",
  sklearn: "tabular",
  peft: "llm",
  gguf: "llm",
};

/** Datasets, or parts of their names, that are collections from the web. */
const WEB = [
  "common crawl",
  "c4",
  "mc4",
  "laion",
  "the pile",
  "pile",
  "redpajama",
  "fineweb",
  "refinedweb",
  "wikipedia",
  "openwebtext",
  "imagenet",
  "oscar",
  "cc 100",
  "slimpajama",
  "starcoderdata",
  "the stack",
];

const HEALTH = ["medical", "health", "clinical", "biomedical", "radiology", "pathology", "ehr"];
const FINANCE = ["finance", "financial", "banking", "credit"];
const BIOMETRIC = ["face recognition", "speaker recognition", "speaker verification", "biometric", "fingerprint"];

const sensitivityOf = (words: string, from: string): ImportedAnswer => {
  const searched = searchable(words);
  const found = (
    [
      ["biometric", BIOMETRIC],
      ["health", HEALTH],
      ["financial", FINANCE],
    ] as const
  ).find(([, list]) => wordIn(searched, list));
  return found
    ? answer("profile.dataSensitivity", found[0], "guess", `the word "${wordIn(searched, found[1])!}" in the ${from}`)
    : answer("profile.dataSensitivity", "public", "guess", `nothing in the ${from} hints at more than public data`);
};

const trainingAnswers = (card: Fields): ImportedAnswer[] => {
  const bases = textsOf(card["base_model"]);
  const datasets = textsOf(card["datasets"]);
  const web = wordIn(searchable(datasets.join("; ")), WEB);
  return [
    ...(bases.length > 0 ? [answer("context.training.baseModel", "open-weights", "certain", `base_model: ${bases.join(", ").slice(0, 120)}`)] : []),
    ...(web === undefined ? [] : [answer("context.training.dataOrigin", "web-scraped", "likely", `the dataset "${web}"`)]),
  ];
};

/** What the metadata of a model card says about a system that publishes this model. */
export const huggingFaceAnswers = (card: Fields): ImportedAnswer[] => {
  const task = textOf(card["pipeline_tag"]);
  const tags = textsOf(card["tags"]);
  const library = textOf(card["library_name"])?.toLowerCase();
  const byLibrary = library !== undefined && Object.hasOwn(LIBRARIES, library) ? LIBRARIES[library] : undefined;
  const words = [...tags, ...textsOf(card["datasets"])].join("; ");
  return [
    ...(task === undefined ? [] : taskAnswers(task, `pipeline_tag: ${task.slice(0, 80)}`)),
    ...tags
      .slice(0, 200)
      .flatMap((tag) => taskAnswers(tag, `the tag ${tag.slice(0, 80)}`, "likely").filter((found) => task === undefined || found.question !== "profile.modelType")),
    ...(task === undefined && byLibrary !== undefined ? [answer("profile.modelType", byLibrary, "guess", `library_name: ${library!}`)] : []),
    ...(tags.includes("multimodal") ? [answer("context.capabilities.multimodal", true, "likely", "the tag multimodal")] : []),
    ...trainingAnswers(card),
    answer("profile.deployment", "downloadable", "likely", "a model card describes weights that others download"),
    answer("profile.accessLevel", "white-box", "likely", "whoever downloads the weights holds them"),
    sensitivityOf(words, "tags and datasets"),
  ];
};
