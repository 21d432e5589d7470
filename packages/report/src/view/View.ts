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
  flows: { from: string; to: string; data: string; crosses: string }[];
  /** Only bands that have findings, highest first. */
  severities: { title: string; findings: FindingView[] }[];
  findings: FindingView[];
  /** The ten highest findings. */
  top: FindingView[];
  /** The five highest findings, for a single page. */
  gravest: FindingView[];
  backlog: MitigationView[];
  /** The ten mitigations that remove most risk per effort. */
  next: MitigationView[];
  /** The five first of those. */
  first: MitigationView[];
  frameworks: FrameworkView[];
  decisions: { finding: string; title: string; status: string; owner: string; reason: string; expires: string; note: string }[];
  notices: string[];
  provenance: { engine: string; format: string; date: string; inputDigest: string; plugins: { name: string; version: string; digest: string }[] };
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
  likelihoodFactors: FactorView[];
  impactFactors: FactorView[];
  residualBecause: string[];
  mitigations: { id: string; title: string; effort: string; owner: string; status: string; anchor: string }[];
  /** By framework: the links that are the core of a requirement in full, the supporting ones by id. */
  annotations: { framework: string; edition: string; primary: LinkView[]; supporting: string }[];
  references: { text: string; url: string }[];
}

export interface FactorView {
  name: string;
  value: string;
  reason: string;
}

export interface LinkView {
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
  riskRemoved: string;
  findings: string;
  threats: string[];
  requirements: string;
}

export interface FrameworkView {
  id: string;
  title: string;
  edition: string;
  publisher: string;
  licence: string;
  asOf: string;
  notes: string[];
  counts: { disposition: string; count: string }[];
  /** Requirements that findings or mitigations touch: the findings by title, the mitigations by number. */
  touched: { requirement: string; title: string; threats: string; mitigations: string; applies: string }[];
  /** The others, grouped by disposition and reason. */
  rest: { disposition: string; reason: string; requirements: string; count: string }[];
  /** Findings that no requirement of this framework speaks of. */
  outside: { title: string; score: string; severity: string }[];
}
