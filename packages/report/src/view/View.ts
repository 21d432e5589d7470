/**
 * What a template sees: final strings, safe in Markdown, and no optional values (an absent text is empty).
 * Numbers are strings already. Lists are in the order in which they are to be read.
 */
export interface View {
  system: { name: string; description: string; owner: string; version: string };
  profile: AnswerView[];
  context: AnswerView[];
  /** Lowest score of each band above low. */
  bands: { medium: string; high: string; critical: string };
  overall: ScoreView;
  residual: ScoreView;
  categories: CategoryView[];
  counts: { total: string; critical: string; high: string; medium: string; low: string; open: string };
  /** Components, flows and trust boundaries as tables. */
  components: { id: string; title: string; kind: string; zone: string; description: string; findings: string }[];
  flows: { number: string; from: string; to: string; data: string; crosses: string }[];
  /** Only bands that have findings, highest first. */
  severities: { title: string; findings: FindingView[] }[];
  findings: FindingView[];
  /** The ten highest findings. */
  top: FindingView[];
  /** The five highest findings. */
  gravest: FindingView[];
  /** The gravest and the first of everything, cut to the size of a single page. */
  onePage: OnePageView;
  backlog: MitigationView[];
  /** The ten mitigations that remove most risk per effort. */
  next: MitigationView[];
  /** The five first of those. */
  first: MitigationView[];
  frameworks: FrameworkView[];
  /** The framework that the template is about; none or one. */
  framework: FrameworkView[];
  /** What answered questionnaires with rules amount to: of the template's framework, or of all where it names none. */
  assessments: AssessmentView[];
  /** The items of the template's questionnaire, filled as far as the model and the answers go; none or one. */
  document: DocumentView[];
  /** The backlog as a checklist, by stage of the lifecycle. */
  stages: { title: string; controls: MitigationView[] }[];
  decisions: { finding: string; title: string; status: string; owner: string; reason: string; expires: string; note: string }[];
  notices: string[];
  provenance: { engine: string; format: string; date: string; inputDigest: string; plugins: { name: string; version: string; digest: string }[] };
}

/** What fits on one page, whatever users and plugins write. */
export interface OnePageView {
  name: string;
  description: string;
  owner: string;
  /** The beginning of the digest of the input. */
  digest: string;
  /** The five highest findings. */
  gravest: { title: string; component: string; score: string; severity: string; residual: string; status: string }[];
  /** The two highest risks that were accepted or transferred, and how many there are. */
  accepted: { title: string; score: string; severity: string }[];
  acceptedCount: string;
  hasMoreAccepted: boolean;
  /** The five mitigations that remove most risk per effort. */
  first: { title: string; effort: string; owner: string; status: string; riskRemoved: string }[];
}

export interface AnswerView {
  question: string;
  answer: string;
  why: string;
  /** Whether the user gave it, and otherwise why it was assumed. */
  given: boolean;
  because: string;
}

export interface ScoreView {
  score: string;
  severity: string;
}

export interface CategoryView extends ScoreView {
  title: string;
  findings: string;
  residual: ScoreView;
}

export interface FindingView extends ScoreView {
  /** Place in the list, highest first. */
  rank: string;
  id: string;
  threat: string;
  /** Name for links within the document. */
  anchor: string;
  title: string;
  component: string;
  category: string;
  alsoTouches: string;
  likelihood: string;
  impact: string;
  residual: ScoreView;
  status: string;
  stage: string;
  paragraphs: string[];
  prerequisites: string;
  falsePositives: string;
  /** Exposure, ease, availability; each with all its reasons. */
  likelihoodFactors: FactorView[];
  /** The harms; each with all its reasons. */
  impactFactors: FactorView[];
  /** What impact the harms amount to here, and why. */
  impactReason: string;
  residualBecause: string[];
  mitigations: { rank: string; id: string; title: string; effort: string; owner: string; status: string; anchor: string }[];
  /** The links to requirements of whose core they are. */
  links: LinkView[];
  /** The requirements that are linked beside those, by framework. */
  supporting: string;
  references: { text: string; url: string }[];
}

export interface FactorView {
  name: string;
  value: string;
  reason: string;
}

export interface LinkView {
  framework: string;
  requirement: string;
  title: string;
  relation: string;
  rationale: string;
  inherited: string;
}

export interface MitigationView {
  rank: string;
  id: string;
  anchor: string;
  title: string;
  do: string;
  acceptance: string[];
  method: string;
  tool: string;
  evidence: string;
  question: string;
  effort: string;
  owner: string;
  stage: string;
  kind: string;
  status: string;
  /** Day by which it is to be in place; empty where none was decided. */
  due: string;
  isInPlace: boolean;
  isPartly: boolean;
  /** Whether it was decided not to do it. */
  isNotPlanned: boolean;
  riskRemoved: string;
  findings: string;
  threats: string[];
  /** The findings that it helps against: numbers that link to them, in Markdown, and titles. */
  findingLinks: string;
  requirements: string;
}

/** A finding by its number. */
export interface FindingRef {
  rank: string;
  title: string;
  anchor: string;
}

export interface AssessmentView {
  title: string;
  framework: string;
  asOf: string;
  outcomes: OutcomeView[];
  open: OutcomeView[];
  contradictions: { message: string; questions: string }[];
  /** Obligations that bind on the day of the document; empty where it has no day. */
  now: DutyView[];
  /** Obligations that begin later; all of them where the document has no day. */
  next: DutyView[];
  /** Obligations that depend on unanswered questions. */
  depends: DutyView[];
  /** Those questions. */
  needs: string[];
}

export interface OutcomeView {
  title: string;
  reason: string;
  source: string;
  from: string;
  needs: string;
}

export interface DutyView {
  article: string;
  title: string;
  points: string;
  from: string;
  route: string;
  roles: string;
}

export interface DocumentView {
  title: string;
  description: string;
  counts: { complete: string; partly: string; missing: string; total: string };
  sections: { title: string; items: ItemView[] }[];
  items: ItemView[];
}

/** One item of a document: what is known, from where, and what is still to be written by whom. */
export interface ItemView {
  id: string;
  anchor: string;
  title: string;
  by: string;
  /** Filled from the model, answered, partly, or missing; in words. */
  status: string;
  facts: { label: string; text: string; assumed: string }[];
  findings: { title: string; component: string; score: string; severity: string; residual: string; status: string }[];
  measures: { title: string; status: string; owner: string }[];
  answers: { question: string; paragraphs: string[] }[];
  /** Numbered through the whole document. */
  missing: { number: string; question: string; help: string; source: string; by: string }[];
}

/** One requirement of a framework with what bears on it, for statements over all of them. */
export interface RequirementView {
  requirement: string;
  /** As the framework calls it: `control`, `subcategory`, `article`. */
  kind: string;
  title: string;
  group: string;
  disposition: string;
  /** Whether findings or mitigations of this system bear on it. */
  applies: boolean;
  reason: string;
  findings: string;
  titles: string;
  highest: string;
  mitigations: { title: string; status: string; owner: string; effort: string }[];
  /** Of the mitigations: how many are in place, and out of how many. */
  inPlace: string;
  planned: string;
  total: string;
  owners: string;
  /** In words: in place, partly, planned, nothing decided. */
  state: string;
  gap: string;
}

export interface FrameworkView {
  /** Every requirement that is no heading; only of the framework that the template is about. */
  requirements: RequirementView[];
  id: string;
  anchor: string;
  title: string;
  edition: string;
  publisher: string;
  licence: string;
  asOf: string;
  notes: string[];
  counts: { disposition: string; count: string }[];
  /** How many requirements there are; how many findings touch, or mitigations alone; how many are left, and how many findings have none. */
  sums: { requirements: string; findings: string; mitigations: string; rest: string; outside: string };
  /** Requirements that findings or mitigations touch. */
  touched: TouchedView[];
  /** Whether mitigations are linked to any of those. */
  hasMitigations: boolean;
  /** Whom requirements bind, from when and by which route, under the letters that `touched` names; none where the framework has no dates. */
  binding: { key: string; text: string }[];
  /** The others, by disposition; those with the same reason together. */
  rest: { disposition: string; count: string; reasons: { requirements: string; reason: string }[] }[];
  /** Findings that no requirement of this framework speaks of. */
  outside: { rank: string; title: string; anchor: string; score: string; severity: string }[];
}

export interface TouchedView {
  requirement: string;
  title: string;
  /** Numbers of findings and of mitigations that link to them, in Markdown. */
  findingLinks: string;
  mitigationLinks: string;
  /** A letter of `binding`. */
  binds: string;
}
