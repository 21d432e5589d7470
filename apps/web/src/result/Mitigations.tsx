import type { MitigationDecision, PlannedMitigation } from "@strideml/plugin-kit";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { change } from "../state/actions.js";
import { withMitigation } from "../state/Draft.js";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { Select } from "../ui/Select.js";
import { useGradually } from "../ui/useGradually.js";
import { useProgress } from "../ui/useProgress.js";
import { useStableOrder } from "../ui/useStableOrder.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";

/** Rows that are drawn in one go: each has a field. */
const ROWS = 5;

const decide = (id: string, status: string) => change((draft) => withMitigation(draft, id, status === "undecided" ? undefined : (status as MitigationDecision["status"])));

const Details = ({ planned }: { planned: PlannedMitigation }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const model = useModel()!;
  const entry = useApp((state) => state.catalogue)?.mitigations.find(({ id }) => id === planned.id);
  const findings = model.threats.filter(({ id }) => planned.findings.includes(id));
  return (
    <div class="details">
      {entry && (
        <>
          <p lang={lang}>{entry.do}</p>
          <h3>{words.mitigations.acceptance}</h3>
          <ul lang={lang}>
            {entry.acceptance.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>
          <p>
            <strong>{words.colon(words.mitigations.verify)}</strong> <span lang={lang}>{`${entry.verify.method}: ${entry.verify.tool}`}</span>
          </p>
          <p>
            <strong>{words.colon(words.mitigations.evidence)}</strong> <span lang={lang}>{entry.verify.evidence}</span>
          </p>
        </>
      )}
      <h3>{words.mitigations.helps}</h3>
      <ul class="list">
        {findings.map(({ id, title, score, severity }) => (
          <li key={id}>
            <Score score={score} severity={severity} />
            <Link to={["result", "findings", id]} lang={lang}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Entry = ({ planned, status, isTarget }: { planned: PlannedMitigation; status: PlannedMitigation["status"]; isTarget: boolean }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const editable = useEditable();
  const [open, setOpen] = useState(isTarget);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isTarget) return;
    setOpen(true);
    element.current?.scrollIntoView({ block: "start" });
  }, [isTarget]);
  const { id, title, effort, owner, riskRemoved, findings } = planned;
  // Kept: what is said of each mitigation changes with every answer, its status does not.
  const choice = useMemo(
    () => (
      <Select
        label={`${words.colon(words.mitigations.status)} ${title}`}
        hideLabel
        disabled={!editable}
        value={status}
        options={Object.entries(words.progress)}
        onChange={(value) => decide(id, value)}
      />
    ),
    [words, editable, status, id, title],
  );
  return (
    <li ref={element} class={`mitigation${status === "in-place" ? " done" : ""}`}>
      <div class="mitigation-head">
        <label class="tick">
          <input
            type="checkbox"
            aria-label={`${words.colon(words.mitigations.inPlace)} ${title}`}
            disabled={!editable}
            checked={status === "in-place"}
            onChange={({ currentTarget }) => decide(id, currentTarget.checked ? "in-place" : "undecided")}
          />
        </label>
        <div class="grow">
          <h2>
            <button type="button" class="row-main" aria-expanded={open} lang={lang} onClick={() => setOpen(!open)}>
              {title}
            </button>
          </h2>
          <span class="quiet">
            <span lang={lang}>{owner}</span>
            {`, ${[words.effort[effort], riskRemoved > 0 && words.overview.removes(words.number(riskRemoved.toFixed(1))), words.overview.counts(findings.length)].filter(Boolean).join(" · ")}`}
          </span>
        </div>
        {choice}
      </div>
      {open && <Details planned={planned} />}
    </li>
  );
};

/** The backlog: what is in place is ticked, and the residual risk follows. */
export const Mitigations = () => {
  const words = useWords();
  const model = useModel()!;
  const target = useApp((state) => state.route.path[2]);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const progress = useProgress();
  const shown = useStableOrder(model.mitigations).filter((planned) => !onlyOpen || progress(planned) !== "in-place");
  return (
    <>
      <p class="help">{words.mitigations.help}</p>
      <div class="filters">
        <Select
          label={words.mitigations.show}
          value={onlyOpen ? "open" : ""}
          options={[
            ["", words.mitigations.all],
            ["open", words.mitigations.open],
          ]}
          onChange={(value) => setOnlyOpen(value === "open")}
        />
      </div>
      <ol class="backlog">
        {useGradually(shown, ROWS).map((planned) => (
          <Entry key={planned.id} planned={planned} status={progress(planned)} isTarget={planned.id === target} />
        ))}
      </ol>
    </>
  );
};
