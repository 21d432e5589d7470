import { diffModels } from "@strideml/core";
import { useMemo } from "preact/hooks";
import { change, leaveSaved } from "../state/actions.js";
import { withAnswer } from "../state/Draft.js";
import { InEnglish } from "../ui/InEnglish.js";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { Select } from "../ui/Select.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";

/** The overall score, before and after what is decided. */
const Gauge = () => {
  const words = useWords();
  const model = useModel();
  return (
    <div class="gauge">
      {model && (
        <>
          <Score {...model.residual.overall} />
          <span class="quiet">
            {words.colon(words.scores.overall)} {words.scores.outOf(model.overall.score)}
            {model.residual.overall.score !== model.overall.score && <>, {words.scores.residualNow(model.residual.overall.score)}</>}
          </span>
        </>
      )}
    </div>
  );
};

/** What the last changes did: how many findings came, went and moved since the model that is compared with. */
const WhatIf = () => {
  const words = useWords();
  const model = useModel();
  const reference = useApp((state) => state.reference);
  const diff = useMemo(() => (model && reference ? diffModels(reference.model, model) : undefined), [model, reference]);
  if (!diff) return null;
  const { appeared, vanished, moved, overall } = diff;
  const same = appeared.length + vanished.length + moved.length === 0;
  return (
    <p class="what-if">
      <Link to={["result", "compare"]}>{same ? words.compare.nothing : words.compare.summary(appeared.length, vanished.length, moved.length)}</Link>
      {overall.before.score !== overall.after.score && <span class="quiet"> {words.compare.from(overall.before.score, overall.after.score)}</span>}
    </p>
  );
};

/** The four answers beside the result: change one and see what moves. */
export const AnswersPanel = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const editable = useEditable();
  const profile = useApp((state) => (state.saved ? state.saved.profile : state.draft.profile));
  const questions = useApp((state) => state.catalogue)?.questions.filter(({ id }) => id.startsWith("profile.")) ?? [];
  return (
    <aside class="answers" aria-label={words.result.answers}>
      <h2>{words.result.answers}</h2>
      <Gauge />
      {editable ? (
        <p class="help">{words.result.answersHelp}</p>
      ) : (
        <p class="help">
          {words.result.savedHelp}{" "}
          <button type="button" class="plain" onClick={leaveSaved}>
            {words.notices.showToday}
          </button>
        </p>
      )}
      {questions.map((question) => {
        const name = question.id.slice("profile.".length);
        return (
          <Select
            key={question.id}
            label={question.title}
            lang={lang}
            labelLang={lang}
            disabled={!editable}
            value={String(profile[name] ?? "")}
            options={[...(profile[name] === undefined ? [["", "–"] as const] : []), ...question.choices.map(({ id, label }) => [id, label] as const)]}
            onChange={(value) => change((draft) => withAnswer(draft, "profile", name, value))}
          />
        );
      })}
      <WhatIf />
      <p>
        <Link to={["refine"]}>{words.result.refine}</Link>
      </p>
      <InEnglish />
    </aside>
  );
};
