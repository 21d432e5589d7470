import { type Finding, SEVERITIES, STRIDE, type ThreatModel } from "@strideml/plugin-kit";
import { useMemo, useRef, useState } from "preact/hooks";
import { goTo } from "../state/route.js";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { Select } from "../ui/Select.js";
import { useApp, useCatalogLang, useModel, useWords } from "../ui/useApp.js";
import { useGradually } from "../ui/useGradually.js";
import { FindingDetail } from "./FindingDetail.js";
import { type Filter, filterOf, selectFindings } from "./selectFindings.js";
import { useFollowChoice } from "./useFollowChoice.js";

/** Rows that are drawn at first: more make typing in the search slow. */
const PAGE = 100;

/** What can be filtered by in a threat model, besides what is the same in all of them. */
const filterable = ({ threats, architecture }: ThreatModel) => {
  const used = new Set(threats.map(({ component }) => component));
  return {
    components: architecture.components.filter(({ id }) => used.has(id)).map(({ id, title }) => [id, title] as const),
    statuses: [...new Set(threats.map(({ status }) => status))],
  };
};

interface FilterProps extends ReturnType<typeof filterable> {
  filter: Filter;
  chosen: string | undefined;
}

const Filters = ({ filter, chosen, components, statuses }: FilterProps) => {
  const words = useWords();
  const lang = useCatalogLang();
  const set = (key: keyof Filter, value: string) => goTo(["result", "findings", ...(chosen ? [chosen] : [])], { ...filter, [key]: value }, true);
  const all = ["", words.findings.all] as const;
  return (
    <div class="filters many" role="search">
      <label class="field">
        <span class="label">{words.findings.search}</span>
        <input type="search" value={filter.q} onInput={({ currentTarget }) => set("q", currentTarget.value)} />
      </label>
      <Select
        label={words.findings.category}
        value={filter.stride}
        options={[all, ...STRIDE.map((id) => [id, words.stride[id]] as const)]}
        onChange={(value) => set("stride", value)}
      />
      <Select
        label={words.findings.severity}
        value={filter.severity}
        options={[all, ...SEVERITIES.toReversed().map((id) => [id, words.severity[id]] as const)]}
        onChange={(value) => set("severity", value)}
      />
      <Select
        label={words.findings.status}
        value={filter.status}
        options={[all, ...statuses.map((id) => [id, words.status[id]] as const)]}
        onChange={(value) => set("status", value)}
      />
      <Select label={words.findings.component} lang={lang} value={filter.component} options={[all, ...components]} onChange={(value) => set("component", value)} />
      <Select
        label={words.findings.sort}
        value={filter.sort}
        options={Object.entries(words.findings.sorts).map(([id, text]) => [id === "score" ? "" : id, text] as const)}
        onChange={(value) => set("sort", value)}
      />
    </div>
  );
};

const Row = ({ finding, chosen, query, where }: { finding: Finding; chosen: boolean; query: Record<string, string>; where: string }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const about = [
    words.stride[finding.stride],
    ...(finding.status === "open" ? [] : [words.status[finding.status]]),
    ...(finding.residual.score === finding.score ? [] : [`${words.scores.residual} ${finding.residual.score}`]),
  ];
  return (
    <li>
      <Link to={["result", "findings", finding.id]} query={query} class="finding-row" aria-current={chosen ? "true" : undefined}>
        <Score score={finding.score} severity={finding.severity} />
        <span>
          <strong lang={lang}>{finding.title}</strong>
          <span class="quiet">
            {" "}
            <span lang={lang}>{where}</span>
            {about.map((each) => ` · ${each}`).join("")}
          </span>
        </span>
      </Link>
    </li>
  );
};

/** All findings: filters, list, and the chosen one in full beside it. */
export const Findings = () => {
  const words = useWords();
  const model = useModel()!;
  const route = useApp((state) => state.route);
  const [limit, setLimit] = useState(PAGE);
  const filter = filterOf(route.query);
  const query = { ...filter } as Record<string, string>;
  const chosen = model.threats.find(({ id }) => id === route.path[2]);
  // The cell of the matrix has no field of its own: it is told.
  const [likelihood, impact] = filter.cell.split("-").map(Number);
  const cell = likelihood !== undefined && impact !== undefined && words.findings.cell(likelihood, impact);
  const missing = chosen ? undefined : route.path[2];
  const fitting = useMemo(() => selectFindings(model, filter), [model, JSON.stringify(filter)]);
  const given: FilterProps = { filter, chosen: route.path[2], ...filterable(model) };
  // Kept: an answer changes all findings, and seldom what they can be filtered by.
  const filters = useMemo(() => <Filters {...given} />, [words, JSON.stringify(given)]);
  const titles = useMemo(() => new Map(model.architecture.components.map(({ id, title }) => [id, title])), [model]);
  const box = useRef<HTMLDivElement>(null);
  useFollowChoice(box, route.path[2]);
  return (
    <div ref={box} class={chosen ? "split has-chosen" : "split"}>
      <div class="list-side">
        {missing !== undefined && <p class="notice error">{words.findings.gone(missing)}</p>}
        {filters}
        <p class="quiet" role="status">
          {words.findings.shown(fitting.length, model.threats.length)}
          {cell && <>, {cell}</>}{" "}
          {fitting.length < model.threats.length && (
            <button type="button" class="plain" onClick={() => goTo(route.path, {}, true)}>
              {words.findings.clear}
            </button>
          )}
        </p>
        {fitting.length === 0 && <p>{words.findings.noneFit}</p>}
        <ul class="finding-list">
          {useGradually(fitting.slice(0, limit)).map((finding) => (
            <Row key={finding.id} finding={finding} chosen={finding === chosen} query={query} where={titles.get(finding.component) ?? finding.component} />
          ))}
        </ul>
        {fitting.length > limit && (
          <button type="button" onClick={() => setLimit(limit + PAGE)}>
            {words.findings.more(Math.min(PAGE, fitting.length - limit))}
          </button>
        )}
      </div>
      <div class="detail-side">
        {chosen ? (
          <FindingDetail key={chosen.id} finding={chosen} where={titles.get(chosen.component) ?? chosen.component} query={query} />
        ) : (
          <p class="quiet empty">{words.findings.choose}</p>
        )}
      </div>
    </div>
  );
};
