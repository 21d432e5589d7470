import type { ExportJob } from "@strideml/plugin-kit";
import { namedAnswers } from "../namedAnswers.js";
import { answerText } from "../systemText.js";
import { uuidOf } from "../uuidOf.js";
import { custom } from "./custom.js";
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
    numericId: index + 1,
    displayOrder: index + 1,
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

/** Answers that nobody gave, as assumptions, linked to the threats that rest on them. */
export const assumptionsOf = (job: ExportJob) => {
  const names = assumed(job);
  const links = job.model.threats.flatMap(({ id, threat }) => {
    const behind = answersBehind(threat, job);
    return names.filter((name) => behind.has(`context.${name}`)).map((name) => ({ type: "Threat", assumptionId: assumptionId(name), linkedId: threatId(id) }));
  });
  return { assumptions: names.map((name, index) => toAssumption(name, index, job)), assumptionLinks: links };
};
