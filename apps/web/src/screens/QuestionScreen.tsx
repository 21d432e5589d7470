import type { Question } from "@strideml/plugin-kit";
import { useLayoutEffect } from "preact/hooks";
import { change } from "../state/actions.js";
import { withAnswer } from "../state/Draft.js";
import { goTo } from "../state/route.js";
import { InEnglish } from "../ui/InEnglish.js";
import { titlePage } from "../ui/titlePage.js";
import { useApp, useCatalogLang, useEditable, useWords } from "../ui/useApp.js";

const Choices = ({ question, name, value }: { question: Question; name: string; value: unknown }) => {
  const lang = useCatalogLang();
  const editable = useEditable();
  return (
    <div class="choices">
      {question.choices.map((choice) => (
        <label key={choice.id} class="choice">
          <input
            type="radio"
            name={name}
            value={choice.id}
            disabled={!editable}
            checked={value === choice.id}
            onChange={() => change((draft) => withAnswer(draft, "profile", name, choice.id))}
          />
          <span lang={lang}>
            <strong>{choice.label}</strong>
            <span class="help">{choice.help}</span>
          </span>
        </label>
      ))}
    </div>
  );
};

/** One of the four questions. Enter goes on; arrow keys choose, as radio buttons do. */
export const QuestionScreen = ({ step }: { step: number }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const questions = useApp((state) => state.catalogue)?.questions.filter(({ id }) => id.startsWith("profile.")) ?? [];
  const profile = useApp((state) => state.draft.profile);
  const question = questions[step - 1];
  // The question comes with the catalog, after the screen.
  useLayoutEffect(titlePage, [question]);
  if (!question) {
    return (
      <p class="quiet" aria-busy="true">
        {words.loading}
      </p>
    );
  }
  const name = question.id.slice("profile.".length);
  const isLast = step === questions.length;
  const next = isLast ? ["refine"] : ["question", String(step + 1)];
  const answered = profile[name] !== undefined;
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        if (answered) goTo(next);
      }}
    >
      <p class="step">
        {words.question.step(step, questions.length)}
        <progress max={questions.length} value={step} aria-hidden="true" />
      </p>
      <fieldset>
        <legend>
          <h1 tabIndex={-1} lang={lang}>
            {question.title}
          </h1>
        </legend>
        <p class="why">
          <strong>{words.colon(words.question.why)}</strong> <span lang={lang}>{question.why}</span>
        </p>
        {question.help !== undefined && (
          <p class="help" lang={lang}>
            {question.help}
          </p>
        )}
        <Choices question={question} name={name} value={profile[name]} />
      </fieldset>
      <InEnglish />
      <p class="buttons bottom">
        <button type="button" onClick={() => goTo(step === 1 ? [] : ["question", String(step - 1)])}>
          {words.back}
        </button>
        <button type="submit" class="main" disabled={!answered}>
          {isLast ? words.question.toRefine : words.next}
        </button>
        {!answered && <span class="quiet">{words.question.choose}</span>}
      </p>
    </form>
  );
};
