import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { manyLines, oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import { bomProperties } from "./bomProperties.js";

/** The reference of a component of the architecture. */
export const componentRef = (id: string): string => `component:${id}`;

/** What each kind of model is for, as far as the kind says it. */
const TASKS: Record<string, string> = {
  llm: "text generation",
  rag: "text generation from retrieved passages",
  agent: "text generation and tool use",
  "generative-media": "generation of images, audio or video",
  "computer-vision": "analysis of images or video",
  "speech-audio": "processing of speech or audio",
  nlp: "natural-language processing",
  tabular: "prediction from tabular data",
  recommender: "recommendation",
  "time-series": "analysis of time series",
  "reinforcement-learning": "choice of actions",
};

/** How the model learns, where the kind leaves no doubt: language models are pretrained on their own text. */
const APPROACHES: Record<string, string> = { llm: "self-supervised", rag: "self-supervised", agent: "self-supervised", "reinforcement-learning": "reinforcement-learning" };

/** The component that is the model. A system that calls a vendor's model has none. */
export const modelOfArchitecture = ({ architecture }: ThreatModel): Component | undefined => architecture.components.find(({ kind }) => kind === "model-artifact");

/** Where no component is the model, it stands beside them. */
export const modelRef = (model: ThreatModel): string => {
  const component = modelOfArchitecture(model);
  return component ? componentRef(component.id) : "model";
};

const parametersOf = (modelType: string): object => ({
  ...(APPROACHES[modelType] && { approach: { type: APPROACHES[modelType] } }),
  ...(TASKS[modelType] && { task: TASKS[modelType] }),
});

/** One consideration per threat: a threat that strikes several components is one thing to consider. */
const considerationsOf = ({ threats, system }: ThreatModel, texts: Texts): object => ({
  ...(system.description && { useCases: [manyLines(system.description)] }),
  ethicalConsiderations: [...new Map(threats.map((finding) => [finding.threat, finding])).values()].map((finding) => ({
    name: oneLine(finding.title),
    ...(finding.mitigations.length > 0 && { mitigationStrategy: finding.mitigations.map((id) => oneLine(texts.mitigationTitle(id))).join("; ") }),
  })),
});

/** The model as a component with its card: what the answers say of it, and what to consider. */
export const modelComponent = (model: ThreatModel, texts: Texts): object => {
  const component = modelOfArchitecture(model);
  const { modelType } = model.profile;
  return {
    type: "machine-learning-model",
    "bom-ref": modelRef(model),
    name: oneLine(component?.title ?? `Model of ${model.system.name}`),
    ...(component && { description: manyLines(component.description) }),
    modelCard: {
      modelParameters: parametersOf(typeof modelType === "string" ? modelType : ""),
      considerations: considerationsOf(model, texts),
      properties: [...bomProperties(model.profile), ...bomProperties(model.context)],
    },
    properties: bomProperties({ "component-id": component?.id, kind: component?.kind, zone: component?.zone }),
  };
};
