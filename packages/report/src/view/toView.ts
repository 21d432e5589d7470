import { type Knowledge, LIFECYCLE, type Question, SEVERITIES, SEVERITY_WORDS, STATUS_WORDS, STRIDE_TITLES, type ThreatModel } from "@strideml/plugin-kit";
import { escapeMarkdown } from "../escapeMarkdown.js";
import { answerWords } from "./answerWords.js";
import { assessmentView } from "./assessmentView.js";
import { type DocumentParts, documentView, inSections } from "./documentView.js";
import { findingView, lookUp, scoreView } from "./findingView.js";
import { frameworkView, linksOf } from "./frameworkView.js";
import { frameworkTexts, mitigationTexts, notLoaded } from "./notLoaded.js";
import { mitigationView } from "./mitigationView.js";
import { onePageView } from "./onePage.js";
import type { AnswerView, MitigationView, View } from "./View.js";

/** What a view needs besides the model: the texts of questions, mitigations and frameworks. */
export type ViewKnowledge = Pick<Knowledge, "questions" | "mitigations" | "frameworks" | "questionnaires">;

/** What the view of one template holds besides: the framework that it is about, the questionnaire whose items it fills. */
export interface Subject {
  framework?: string | undefined;
  questionnaire?: string | undefined;
}

/** A question as far as an answer alone tells it: by its name. */
const unknownQuestion = (id: string) => ({ id, title: id, why: "", choices: [] });

const answerViews = (root: "profile" | "context", model: ThreatModel, questions: readonly Question[]): AnswerView[] => {
  const known = questions.filter(({ id }) => id.startsWith(`${root}.`));
  const strange = Object.keys(model[root]).filter((name) => !known.some(({ id }) => id === `${root}.${name}`));
  return [...known, ...strange.map((name) => unknownQuestion(`${root}.${name}`))].map((question) => {
    const name = question.id.slice(root.length + 1);
    const origin = model.assumptions[name];
    return { question: question.title, answer: answerWords(question, model[root][name]), why: question.why, given: origin === undefined, because: origin?.because ?? "" };
  });
};

const architectureViews = (model: ThreatModel): Pick<View, "components" | "flows"> => {
  const { components, flows, boundaries } = model.architecture;
  const zones = new Map(boundaries.map((boundary) => [boundary.id, boundary.title]));
  const byId = new Map(components.map((component) => [component.id, component]));
  const zoneOf = (id: string) => zones.get(byId.get(id)?.zone ?? "") ?? "";
  return {
    components: components.map(({ id, title, kind, description }) => ({
      id,
      title,
      kind,
      zone: zoneOf(id),
      description,
      findings: String(model.threats.filter((finding) => finding.component === id).length),
    })),
    flows: flows.map(({ from, to, data }, index) => ({
      number: String(index + 1),
      from: byId.get(from)!.title,
      to: byId.get(to)!.title,
      data,
      crosses: zoneOf(from) === zoneOf(to) ? "no" : `${zoneOf(from)} → ${zoneOf(to)}`,
    })),
  };
};

/** What a reader must know before reading: what was left out, and what was not checked. */
export const noticesOf = (model: ThreatModel, knowledge: ViewKnowledge): string[] => [
  ...notLoaded(model, knowledge),
  ...(model.unplaced.length > 0
    ? [
        `The given architecture has no component for ${model.unplaced.length === 1 ? "one threat" : `${model.unplaced.length} threats`} that the answers imply: ${model.unplaced.join(", ")}.`,
      ]
    : []),
  ...(model.unusedDecisions.length > 0 ? [`Decisions that name nothing in this model: ${model.unusedDecisions.join(", ")}.`] : []),
  ...(model.provenance.date === undefined && model.threats.some((finding) => finding.decision?.expires)
    ? ["No date was given, so expiry dates of decisions were not checked."]
    : []),
  ...(model.provenance.overrides ?? []).map(({ plugin, in: list, id, keys, because }) => `The plugin ${plugin} changes ${keys.join(", ")} of ${list} ${id}: ${because}`),
];

const countsOf = ({ threats }: ThreatModel): View["counts"] => {
  const count = (severity: string) => String(threats.filter((finding) => finding.severity === severity).length);
  return {
    total: String(threats.length),
    critical: count("critical"),
    high: count("high"),
    medium: count("medium"),
    low: count("low"),
    open: String(threats.filter((finding) => finding.status === "open").length),
  };
};

/** Addresses and anchors stay as they are: only knowledge brings them, and it is checked. Links are Markdown already. */
const UNTOUCHED = new Set(["url", "anchor", "findingLinks", "mitigationLinks"]);

/**
 * Makes every string of a part safe to stand in Markdown. Its objects are fresh and are changed in place, so none may be
 * listed twice; lists of texts may be those of the knowledge, and are not changed.
 */
const escaped = <T extends object>(part: T): T => {
  for (const key in part) {
    const value: unknown = part[key];
    if (typeof value === "string") {
      const safe = UNTOUCHED.has(key) ? value : escapeMarkdown(value);
      // Most texts stay as they are, and comparing costs less than writing.
      if (safe !== value) part[key] = safe as T[typeof key];
    } else if (Array.isArray(value) && typeof value[0] === "string") {
      part[key] = value.map(escapeMarkdown) as T[typeof key];
    } else if (typeof value === "object" && value !== null) {
      escaped(value);
    }
  }
  return part;
};

const decisionViews = (model: ThreatModel): View["decisions"] =>
  model.threats.flatMap(({ id, title, decision }) =>
    decision
      ? [
          {
            finding: id,
            title,
            status: STATUS_WORDS[decision.status],
            owner: decision.owner ?? "",
            reason: decision.reason ?? "",
            expires: decision.expires ?? "",
            note: decision.note ?? "",
          },
        ]
      : [],
  );

const stageViews = (backlog: readonly MitigationView[]): View["stages"] =>
  LIFECYCLE.flatMap((stage) => {
    const controls = backlog.filter((entry) => entry.stage === stage);
    return controls.length === 0 ? [] : [{ title: `${stage[0]!.toUpperCase()}${stage.slice(1)}`, controls }];
  });

const assessmentViews = (model: ThreatModel, { frameworks, questionnaires }: ViewKnowledge, { framework }: Subject): View["assessments"] =>
  model.assessments.flatMap((assessment) => {
    const about = frameworks.find(({ id }) => id === assessment.framework);
    const questionnaire = questionnaires.find(({ id }) => id === assessment.questionnaire);
    if (!about || assessment.outcomes.length + assessment.obligations.length === 0 || (framework !== undefined && framework !== about.id)) return [];
    return [assessmentView(assessment, about, questionnaire, model.provenance.date ?? "")];
  });

type Selections = Pick<View, "severities" | "top" | "gravest" | "next" | "first" | "framework" | "document" | "stages">;

type Parts = Omit<View, keyof Selections> & { document: DocumentParts[] };

/** Lists that only pick out of others: made of what is safe already. */
const withSelections = (parts: Parts, { framework }: Subject): View => {
  const { findings, backlog, frameworks } = parts;
  const useful = backlog.filter((entry) => entry.riskRemoved !== "0.0");
  return {
    ...parts,
    severities: SEVERITIES.toReversed().flatMap((severity) => {
      const mine = findings.filter((finding) => finding.severity === SEVERITY_WORDS[severity]);
      return mine.length === 0 ? [] : [{ title: SEVERITY_WORDS[severity], findings: mine }];
    }),
    top: findings.slice(0, 10),
    gravest: findings.slice(0, 5),
    next: useful.slice(0, 10),
    first: useful.slice(0, 5),
    framework: frameworks.filter(({ id }) => id === framework),
    document: parts.document.map(inSections),
    stages: stageViews(backlog),
  };
};

/** Turns a threat model into what templates see: final strings, safe in Markdown, nothing optional. */
export const toView = (model: ThreatModel, knowledge: ViewKnowledge, subject: Subject = {}): View => {
  const lookup = lookUp(knowledge, model);
  const frameworks = new Map(knowledge.frameworks.map((framework) => [framework.id, framework]));
  const mitigations = new Map(knowledge.mitigations.map((mitigation) => [mitigation.id, mitigation]));
  const links = linksOf(model);
  const { name, description = "", owner = "", version = "" } = model.system;
  const { engine, date = "", inputDigest, plugins } = model.provenance;
  return withSelections(
    escaped({
      system: { name, description, owner, version },
      profile: answerViews("profile", model, knowledge.questions),
      context: answerViews("context", model, knowledge.questions),
      bands: { medium: String(model.bands.medium), high: String(model.bands.high), critical: String(model.bands.critical) },
      overall: scoreView(model.overall),
      residual: scoreView(model.residual.overall),
      categories: model.categories.map((category, index) => ({
        title: STRIDE_TITLES[category.stride],
        ...scoreView(category),
        findings: String(category.findings),
        residual: scoreView(model.residual.categories[index]!),
      })),
      counts: countsOf(model),
      onePage: onePageView(model),
      ...architectureViews(model),
      findings: model.threats.map((finding, index) => findingView(finding, index, lookup)),
      backlog: model.mitigations.map((mitigation, index) => mitigationView(mitigation, mitigations.get(mitigation.id) ?? mitigationTexts(mitigation), index + 1, model, lookup)),
      frameworks: model.frameworks.map((cover) => frameworkView(cover, frameworks.get(cover.id) ?? frameworkTexts(cover), model, links, cover.id === subject.framework)),
      assessments: assessmentViews(model, knowledge, subject),
      document: knowledge.questionnaires.filter(({ id }) => id === subject.questionnaire).map((questionnaire) => documentView(questionnaire, model, knowledge, lookup)),
      decisions: decisionViews(model),
      notices: noticesOf(model, knowledge),
      provenance: { engine, format: model.format, date, inputDigest, plugins: plugins.map((plugin) => ({ ...plugin, digest: plugin.digest.slice(0, 12) })) },
    }),
    subject,
  );
};
