import type { Finding, ThreatModel } from "@strideml/plugin-kit";

/** What a list of findings is narrowed to; empty strings narrow nothing. It stands in the address, so that it can be shared. */
export interface Filter {
  q: string;
  stride: string;
  severity: string;
  status: string;
  component: string;
  /** `likelihood-impact`, both rounded. */
  cell: string;
  sort: string;
}

export const NO_FILTER: Filter = { q: "", stride: "", severity: "", status: "", component: "", cell: "", sort: "" };

/** A filter from an address; what it does not know it leaves out. */
export const filterOf = (query: Record<string, string>): Filter => ({
  ...NO_FILTER,
  ...Object.fromEntries(Object.entries(query).filter(([key]) => Object.hasOwn(NO_FILTER, key))),
});

const text = (finding: Finding) => `${finding.title} ${finding.id} ${finding.description} ${finding.annotations.map(({ requirement }) => requirement).join(" ")}`.toLowerCase();

const fits = (finding: Finding, filter: Filter): boolean =>
  (!filter.stride || finding.stride === filter.stride) &&
  (!filter.severity || finding.severity === filter.severity) &&
  (!filter.status || finding.status === filter.status) &&
  (!filter.component || finding.component === filter.component) &&
  (!filter.cell || `${Math.round(finding.likelihood)}-${Math.round(finding.impact)}` === filter.cell) &&
  filter.q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text(finding).includes(word));

const byNumber = (value: (finding: Finding) => number) => (a: Finding, b: Finding) => value(b) - value(a);
const byText = (value: (finding: Finding) => string) => (a: Finding, b: Finding) => value(a).localeCompare(value(b), "en");

/** Orders that the list can be in; the model's own is by score. */
export const SORTS: Record<string, (a: Finding, b: Finding) => number> = {
  residual: byNumber(({ residual }) => residual.score),
  likelihood: byNumber(({ likelihood }) => likelihood),
  impact: byNumber(({ impact }) => impact),
  title: byText(({ title }) => title),
  component: byText(({ component }) => component),
};

/** The findings that fit, in order. */
export const selectFindings = ({ threats }: Pick<ThreatModel, "threats">, filter: Filter): Finding[] => {
  const fitting = threats.filter((finding) => fits(finding, filter));
  const order = SORTS[filter.sort];
  return order ? fitting.toSorted(order) : fitting;
};
