import type { Assessment, Outcome } from "@strideml/plugin-kit";
import { useApp, useCatalogLang, useWords } from "../ui/useApp.js";
import { Duties } from "./Duties.js";

const One = ({ outcome, titles }: { outcome: Outcome; titles: ReadonlyMap<string, string> }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const dates = outcome.from.map(({ from, route }) => (route === "" ? from : `${from} (${route})`)).join(", ");
  return (
    <li class={`outcome ${outcome.kind} ${outcome.status}`}>
      <p>
        <strong lang={lang}>{outcome.title}</strong>{" "}
        <span class="quiet" lang={lang}>
          {[outcome.source, dates].filter(Boolean).join(" · ")}
        </span>
      </p>
      <p class="help" lang={lang}>
        {outcome.status === "holds" ? outcome.reason : words.forms.dependsOn(outcome.needs.map((need) => titles.get(need) ?? need).join(" · "))}
      </p>
    </li>
  );
};

/** What the answers to a questionnaire with rules amount to. */
export const Outcomes = ({ assessment }: { assessment: Assessment }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const catalogue = useApp((state) => state.catalogue)!;
  const framework = catalogue.frameworks.find(({ id }) => id === assessment.framework);
  const titles = new Map(catalogue.questionnaires.find(({ id }) => id === assessment.questionnaire)?.questions.map(({ id, title }) => [id, title]));
  const list = (status: Outcome["status"]) =>
    assessment.outcomes.filter((outcome) => outcome.status === status).map((outcome) => <One key={outcome.id} outcome={outcome} titles={titles} />);
  const holds = list("holds");
  const open = list("open");
  return (
    <>
      {assessment.contradictions.map(({ id, message }) => (
        <p key={id} class="contradiction" role="alert">
          {words.forms.contradiction} <span lang={lang}>{message}</span>
        </p>
      ))}
      <h3>{words.forms.outcomes}</h3>
      <ul class="list outcomes">{holds.length > 0 ? holds : <li>{words.forms.nothingYet}</li>}</ul>
      {open.length > 0 && (
        <details>
          <summary>{words.forms.open(open.length)}</summary>
          <ul class="list outcomes">{open}</ul>
        </details>
      )}
      {framework && <Duties assessment={assessment} framework={framework} />}
      <p class="quiet">{words.forms.noAdvice(assessment.asOf)}</p>
    </>
  );
};
