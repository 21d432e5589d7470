import type { ExportJob } from "@strideml/plugin-kit";
import { namedAnswers } from "../namedAnswers.js";
import { answerText } from "../systemText.js";
import { uuidOf } from "../uuidOf.js";
import { jsonTrace, traceOfModel } from "../trace.js";
import { custom, customTrace } from "./custom.js";
import { plainCut } from "./plain.js";
import { threatId } from "./threats.js";

const assumptionId = (name: string): string => uuidOf("assumption", name);

/** Names of the answers that were assumed, without `context.`. */
const assumed = ({ model }: ExportJob): string[] => Object.keys(model.assumptions).filter((name) => !model.assumptions[name]!.given && name in model.context);

const toAssumption = (name: string, index: number, { model, knowledge }: ExportJob) => {
  const id = `context.${name}`;
  const { because } = model.assumptions[name]!;
  const question = knowledge.questions.find((each) => each.id === id)?.title ?? name;
  return {
    id: assumptionId(name),
    numericId: index + 2,
    displayOrder: index + 2,
    content: plainCut(`${question} Assumed: ${answerText(id, model.context[name]!, knowledge)}. ${because}`, 1000),
    tags: ["assumed"],
    metadata: custom({ "strideml-answer": `${id}: ${JSON.stringify(model.context[name])}`, because }),
  };
};

/** Assumed answers that decide whether a threat applies or how exposed it is. */
const answersBehind = (threat: string, { knowledge }: ExportJob): Set<string> => {
  const known = knowledge.threats.find(({ id }) => id === threat);
  if (!known) return new Set();
  const scale = knowledge.scales[known.likelihood.exposure.via];
  return new Set([...namedAnswers(known.when), ...(scale ? [scale.by] : [])]);
};

/** What the whole rests on, first in the list; the tool has no other place for what belongs to no threat. */
const origin = ({ model, knowledge }: ExportJob) => {
  const answers = Object.entries(model.profile).map(([name, answer]) => answerText(`profile.${name}`, answer, knowledge));
  return {
    id: assumptionId("origin"),
    numericId: 1,
    displayOrder: 1,
    content: plainCut(`The threats follow from these answers: ${answers.join("; ")}.`, 1000),
    tags: ["answers"],
    metadata: customTrace({ ...traceOfModel(model), architecture: jsonTrace(model.architecture) }),
  };
};

/** Answers that nobody gave, as assumptions, linked to the threats that rest on them. */
export const assumptionsOf = (job: ExportJob) => {
  const names = assumed(job);
  const links = job.model.threats.flatMap(({ id, threat }) => {
    const behind = answersBehind(threat, job);
    return names.filter((name) => behind.has(`context.${name}`)).map((name) => ({ type: "Threat", assumptionId: assumptionId(name), linkedId: threatId(id) }));
  });
  return { assumptions: [origin(job), ...names.map((name, index) => toAssumption(name, index, job))], assumptionLinks: links };
};
