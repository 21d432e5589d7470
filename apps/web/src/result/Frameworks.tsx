import type { CoverageDisposition, Framework, FrameworkCoverage, RequirementCoverage, ThreatModel } from "@strideml/plugin-kit";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { useApp, useCatalogLang, useModel, useWords } from "../ui/useApp.js";
import { useMemo } from "preact/hooks";
import { useGradually } from "../ui/useGradually.js";
import { Outcomes } from "./Outcomes.js";
import { Timeline } from "./Timeline.js";

const TOUCHED: readonly string[] = ["touched", "mitigations-only"] satisfies CoverageDisposition[];

/** What is looked at: a framework, and what the model makes of it. */
interface Shown {
  cover: FrameworkCoverage;
  framework: Framework | undefined;
  model: ThreatModel;
}

const isTouched = ({ disposition }: RequirementCoverage) => TOUCHED.includes(disposition);

/** Rows that are drawn in one go: each has a link for every finding that touches the requirement. */
const ROWS = 4;

const Touched = ({ cover, framework, model }: Shown) => {
  const words = useWords();
  const lang = useCatalogLang();
  const titles = useMemo(() => new Map(framework?.requirements.map(({ id, title }) => [id, title])), [framework]);
  const entries = useGradually(
    useMemo(() => cover.coverage.filter(isTouched), [cover]),
    ROWS,
  );
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{words.frameworks.touched}</h3>
      <p class="help">{words.frameworks.touchedHelp}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.frameworks.touched}>
        <table class="touched">
          <thead>
            <tr>
              <th scope="col">{words.frameworks.requirement}</th>
              <th scope="col">{words.frameworks.findings}</th>
              <th scope="col" class="number">
                {words.frameworks.mitigations}
              </th>
            </tr>
          </thead>
          <tbody lang={lang}>
            {entries.map(({ requirement, threats, mitigations }) => (
              <tr key={requirement}>
                <th scope="row">
                  {requirement} <span class="light">{titles.get(requirement)}</span>
                </th>
                <td>
                  {model.threats
                    .filter(({ threat }) => threats.includes(threat))
                    .map(({ id, title }, index) => (
                      <span key={id}>
                        {index > 0 && "; "}
                        <Link to={["result", "findings", id]}>{title}</Link>
                      </span>
                    ))}
                </td>
                <td class="number">{mitigations.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const grouped = (entries: readonly RequirementCoverage[]): RequirementCoverage[][] => {
  const groups = new Map<string, RequirementCoverage[]>();
  for (const entry of entries) groups.set(`${entry.disposition} ${entry.reason}`, [...(groups.get(`${entry.disposition} ${entry.reason}`) ?? []), entry]);
  return [...groups.values()];
};

const Rest = ({ cover }: Shown) => {
  const words = useWords();
  const lang = useCatalogLang();
  const groups = useGradually(useMemo(() => grouped(cover.coverage.filter((entry) => !isTouched(entry))), [cover]));
  if (groups.length === 0) return null;
  return (
    <section>
      <h3>{words.frameworks.rest}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.frameworks.rest}>
        <table>
          <tbody>
            {groups.map((group) => (
              <tr key={`${group[0]!.disposition} ${group[0]!.reason}`}>
                <th scope="row">
                  {words.disposition[group[0]!.disposition]} ({group.length})
                </th>
                <td lang={lang}>{group[0]!.reason}</td>
                <td lang={lang}>{group.map(({ requirement }) => requirement).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Outside = ({ cover: { id }, model }: Shown) => {
  const words = useWords();
  const lang = useCatalogLang();
  const outside = useGradually(useMemo(() => model.threats.filter(({ annotations }) => !annotations.some(({ framework }) => framework === id)), [model, id]));
  if (outside.length === 0) return null;
  return (
    <section>
      <h3>{words.frameworks.outside}</h3>
      <ul class="list">
        {outside.map((finding) => (
          <li key={finding.id}>
            <Score score={finding.score} severity={finding.severity} />
            <Link to={["result", "findings", finding.id]} lang={lang}>
              {finding.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Counts = ({ cover }: { cover: FrameworkCoverage }) => {
  const words = useWords();
  const counts = new Map<CoverageDisposition, number>();
  for (const { disposition } of cover.coverage) counts.set(disposition, (counts.get(disposition) ?? 0) + 1);
  return <p class="quiet">{[...counts].map(([disposition, count]) => `${words.colon(words.disposition[disposition])} ${count}`).join(" · ")}</p>;
};

const Top = ({ cover, framework }: Shown) => {
  const words = useWords();
  const lang = useCatalogLang();
  return (
    <>
      <h2 lang={lang}>{cover.title}</h2>
      <p class="quiet">
        {words.frameworks.edition(cover.edition)}
        {framework && (
          <>
            {" "}
            · <span lang={lang}>{framework.publisher}</span> · {words.frameworks.checked(framework.asOf)}
          </>
        )}
      </p>
      <Counts cover={cover} />
    </>
  );
};

const Assessed = ({ cover, model }: Shown) => (
  <>
    {model.assessments
      .filter((assessment) => assessment.framework === cover.id && assessment.outcomes.length > 0)
      .map((assessment) => (
        <Outcomes key={assessment.questionnaire} assessment={assessment} />
      ))}
  </>
);

const Applies = ({ cover, framework }: Shown) => framework && <Timeline framework={framework} cover={cover} />;

const Notes = ({ framework }: Shown) => {
  const words = useWords();
  const lang = useCatalogLang();
  if (!framework || framework.notes.length === 0) return null;
  return (
    <section lang={lang}>
      <h3>{words.frameworks.notes}</h3>
      {framework.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
};

const SECTIONS = [Top, Assessed, Applies, Touched, Rest, Outside, Notes];

const One = (shown: Shown) => (
  <article>
    {useGradually(SECTIONS, 2).map((Section, index) => (
      <Section key={index} {...shown} />
    ))}
  </article>
);

/** Coverage of each framework in both directions. */
export const Frameworks = () => {
  const words = useWords();
  const model = useModel()!;
  const frameworks = useApp((state) => state.catalogue)?.frameworks ?? [];
  const chosen = useApp((state) => state.route.path[2]);
  const cover = model.frameworks.find(({ id }) => id === chosen) ?? model.frameworks[0];
  const nameOf = (id: string, title: string) => frameworks.find((framework) => framework.id === id)?.shortTitle ?? title;
  return (
    <>
      <nav class="tabs second" aria-label={words.frameworks.choose}>
        {model.frameworks.map(({ id, title }) => (
          <Link key={id} to={["result", "frameworks", id]} aria-current={id === cover?.id ? "page" : undefined}>
            {nameOf(id, title)}
          </Link>
        ))}
      </nav>
      {cover && <One key={cover.id} cover={cover} framework={frameworks.find(({ id }) => id === cover.id)} model={model} />}
    </>
  );
};
