import type { ImportedAnswer } from "@strideml/plugin-kit";
import type { Suggested } from "./answerRules.js";
import { type Fields, textOf } from "./fields.js";

/** What an attribute of a pytm LLM says when it is true. */
const FLAGS: Readonly<Record<string, readonly Suggested[]>> = {
  hasRAG: [
    { question: "context.capabilities.retrieval", value: true, certainty: "certain" },
    { question: "profile.modelType", value: "rag", certainty: "likely" },
  ],
  hasAgentCapabilities: [
    { question: "context.capabilities.tools", value: true, certainty: "certain" },
    { question: "profile.modelType", value: "agent", certainty: "likely" },
  ],
  executesCode: [{ question: "context.capabilities.codeExecution", value: true, certainty: "certain" }],
  processesPersonalData: [{ question: "profile.dataSensitivity", value: "personal", certainty: "certain" }],
  isThirdParty: [{ question: "context.training.baseModel", value: "vendor-api", certainty: "likely" }],
};

/** Our sensitivity for pytm's six classifications; UNKNOWN says nothing. */
const CLASSES: Readonly<Record<string, string>> = { PUBLIC: "public", RESTRICTED: "internal", SENSITIVE: "confidential", SECRET: "confidential", TOP_SECRET: "classified" };

const ofLlm = (element: Fields): ImportedAnswer[] => {
  const name = (textOf(element["name"]) ?? "").slice(0, 80);
  const flags = Object.entries(FLAGS).flatMap(([flag, answers]) =>
    element[flag] === true && !(flag === "isThirdParty" && element["isSelfHosted"] === true)
      ? answers.map((answer): ImportedAnswer => ({ ...answer, from: `${flag} of "${name}"` }))
      : [],
  );
  return [{ question: "profile.modelType", value: "llm", certainty: "likely", from: `the class LLM of "${name}"` }, ...flags];
};

const ofData = (item: Fields): ImportedAnswer[] => {
  const name = (textOf(item["name"]) ?? "").slice(0, 80);
  const found = (textOf(item["classification"]) ?? "").replace(/^Classification\./u, "");
  const sensitivity = Object.hasOwn(CLASSES, found) ? CLASSES[found]! : undefined;
  const personal: ImportedAnswer[] =
    item["isPII"] === true ? [{ question: "profile.dataSensitivity", value: "personal", certainty: "likely", from: `isPII of the data "${name}"` }] : [];
  // That one kind of data is public does not make all of it public.
  const certainty = sensitivity === "public" ? "guess" : "likely";
  return [
    ...personal,
    ...(sensitivity === undefined
      ? []
      : [{ question: "profile.dataSensitivity", value: sensitivity, certainty, from: `the classification ${found} of the data "${name}"` } as const]),
  ];
};

/** What the attributes of pytm's elements and data say about the system. */
export const pytmAnswers = (elements: readonly Fields[], data: readonly Fields[]): ImportedAnswer[] => [
  ...elements.filter((element) => element["__class__"] === "LLM").flatMap(ofLlm),
  ...data.flatMap(ofData),
];
