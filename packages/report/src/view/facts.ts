import { type Knowledge, PROGRESS_WORDS, SEVERITY_WORDS, STATUS_WORDS, type ThreatModel } from "@strideml/plugin-kit";
import { answerWords } from "./answerWords.js";

/** Something that the threat model knows and a document asks for. */
export interface Fact {
  label: string;
  text: string;
  /** Why it was assumed; empty where it was given or derived. */
  assumed: string;
}

type Known = Pick<Knowledge, "questions" | "mitigations" | "frameworks">;

const fact = (label: string, text: string, assumed = ""): Fact[] => (text === "" ? [] : [{ label, text, assumed }]);

const list = (texts: readonly string[]): string => texts.join("; ");

const answerFact = (id: string, model: ThreatModel, { questions }: Known): Fact[] => {
  const question = questions.find((each) => each.id === id);
  if (!question) return [];
  const [root, ...rest] = id.split(".") as ["profile" | "context", ...string[]];
  const name = rest.join(".");
  return fact(question.title, answerWords(question, model[root][name]), root === "context" ? (model.assumptions[name]?.because ?? "") : "");
};

const measures = (model: ThreatModel, statuses: readonly string[]): string =>
  list(
    model.mitigations
      .filter(({ status }) => statuses.includes(status))
      .map(
        ({ title, status, owner, decision }) =>
          `${title} (${PROGRESS_WORDS[status].toLowerCase()}, ${decision?.owner ?? owner}${decision?.evidence ? `, evidence: ${decision.evidence}` : ""})`,
      ),
  );

const outside = ({ architecture: { components, boundaries } }: ThreatModel): string => {
  const trusted = new Map(boundaries.map(({ id, title }) => [id, title]));
  const actors = components.filter(({ shape }) => shape === "actor");
  return list(actors.map(({ title, zone }) => `${title}${zone !== undefined && trusted.has(zone) ? ` (${trusted.get(zone)!})` : ""}`));
};

const flows = ({ architecture }: ThreatModel): string => {
  const titles = new Map(architecture.components.map(({ id, title }) => [id, title]));
  return list(architecture.flows.map(({ from, to, data }) => `${titles.get(from) ?? from} → ${titles.get(to) ?? to}: ${data}`));
};

const tests = (model: ThreatModel, { mitigations }: Known): string => {
  const known = new Map(mitigations.map((mitigation) => [mitigation.id, mitigation]));
  return list(
    model.mitigations
      .filter(({ status }) => status === "in-place" || status === "partly")
      .flatMap(({ id, title }) => {
        const verify = known.get(id)?.verify;
        return verify ? [`${title}: ${verify.method}; evidence to keep: ${verify.evidence}`] : [];
      }),
  );
};

const counted = ({ threats, overall }: ThreatModel): string =>
  `${threats.length} adversarial risks: ${(["critical", "high", "medium", "low"] as const).map((band) => `${threats.filter(({ severity }) => severity === band).length} ${band}`).join(", ")}; overall ${overall.score} of 10, ${SEVERITY_WORDS[overall.severity].toLowerCase()}`;

/** Everything that an item of a document can ask the model for, by name; `answer:` with the id of a question besides. */
const FACTS: Readonly<Record<string, (model: ThreatModel, knowledge: Known) => Fact[]>> = {
  "system.name": ({ system }) => fact("Name of the system", system.name),
  "system.description": ({ system }) => fact("Description", system.description ?? ""),
  "system.version": ({ system }) => fact("Version", system.version ?? ""),
  "system.owner": ({ system }) => fact("Owner", system.owner ?? ""),
  components: ({ architecture }) => fact("Components", list(architecture.components.map(({ title, description }) => `${title}: ${description}`))),
  flows: (model) => fact("Data flows", flows(model)),
  "external-components": (model) => fact("Parties and systems outside it", outside(model)),
  bands: ({ bands }) => fact("Bands of the score", `medium from ${bands.medium}, high from ${bands.high}, critical from ${bands.critical}, of 10`),
  risks: (model) => fact("Risks from attack", counted(model)),
  "top-findings": ({ threats }) => fact("Highest of them", list(threats.slice(0, 5).map(({ title, score, residual }) => `${title} (${score}, residual ${residual.score})`))),
  "measures-in-place": (model) => fact("Measures in place", measures(model, ["in-place", "partly"])),
  "measures-planned": (model) => fact("Measures planned", measures(model, ["planned"])),
  residual: ({ residual }) =>
    fact("Residual risk from attack", `${residual.overall.score} of 10, ${SEVERITY_WORDS[residual.overall.severity].toLowerCase()}, with what is in place`),
  decisions: ({ threats }) =>
    fact(
      "Decisions on risks",
      list(
        threats.flatMap(({ title, decision }) =>
          decision
            ? [
                `${title}: ${STATUS_WORDS[decision.status].toLowerCase()} by ${decision.owner ?? "nobody named"}${decision.expires ? ` until ${decision.expires}` : ""}; ${decision.reason ?? ""}`,
              ]
            : [],
        ),
      ),
    ),
  tests: (model, knowledge) => fact("Verification of the measures in place", tests(model, knowledge)),
};

/** Where a part is a document of its own: the template that makes it. */
const documentFact = (template: string): Fact[] => fact("Document", `A document of its own: template ${template}, made from the same system.`);

/** Names that items may use, apart from `answer:QUESTION` and `document:TEMPLATE`. */
export const FACT_NAMES: readonly string[] = Object.keys(FACTS);

/** What the model knows under a name; nothing where it knows nothing. */
export const factsNamed = (name: string, model: ThreatModel, knowledge: Known): Fact[] => {
  if (name.startsWith("answer:")) return answerFact(name.slice("answer:".length), model, knowledge);
  if (name.startsWith("document:")) return documentFact(name.slice("document:".length));
  return Object.hasOwn(FACTS, name) ? FACTS[name]!(model, knowledge) : [];
};
