import type { Assessment, FormQuestion, Questionnaire } from "@strideml/plugin-kit";
import { change } from "../state/actions.js";
import { withForm } from "../state/Draft.js";
import { Link } from "../ui/Link.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";
import { FormField } from "./FormField.js";
import { Outcomes } from "./Outcomes.js";

/** Questions by section, in the order of the questionnaire. */
const sectionsOf = (questions: readonly FormQuestion[]): [string, FormQuestion[]][] => {
  const sections = new Map<string, FormQuestion[]>();
  for (const question of questions) sections.set(question.section, [...(sections.get(question.section) ?? []), question]);
  return [...sections];
};

const Questions = ({ questionnaire, assessment }: { questionnaire: Questionnaire; assessment: Assessment }) => {
  const lang = useCatalogLang();
  const shown = questionnaire.questions.filter(({ id }) => assessment.unanswered.includes(id) || assessment.answers[id] !== undefined);
  return (
    <div>
      {sectionsOf(shown).map(([section, questions]) => (
        <section key={section}>
          <h3 lang={lang}>{section}</h3>
          {questions.map((question) => (
            <FormField key={question.id} form={questionnaire.id} question={question} />
          ))}
        </section>
      ))}
    </div>
  );
};

const Form = ({ questionnaire }: { questionnaire: Questionnaire }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const editable = useEditable();
  const model = useModel()!;
  const assessment = model.assessments.find((each) => each.questionnaire === questionnaire.id);
  const answered = Object.keys(assessment?.answers ?? {}).length;
  const set = (answers: Record<string, never> | undefined) => change((draft) => withForm(draft, questionnaire.id, answers));
  return (
    <article>
      <h2 lang={lang}>{questionnaire.title}</h2>
      <p lang={lang}>{questionnaire.description}</p>
      {assessment ? (
        <>
          <p role="status">
            {words.forms.progress(answered, assessment.unanswered.length)}{" "}
            {answered > 0 && (
              <button type="button" class="plain" disabled={!editable} onClick={() => set(undefined)}>
                {words.forms.clear}
              </button>
            )}
          </p>
          <div class={questionnaire.rules.length > 0 ? "columns form-columns" : ""}>
            <Questions questionnaire={questionnaire} assessment={assessment} />
            {questionnaire.rules.length > 0 && (
              <div class="outcome-column">
                <Outcomes assessment={assessment} />
              </div>
            )}
          </div>
        </>
      ) : (
        <p>
          <button type="button" disabled={!editable} onClick={() => set({})}>
            {words.forms.start}
          </button>
        </p>
      )}
    </article>
  );
};

/** The questionnaires that are registered: their answers fill documents and tell what binds the system. */
export const Forms = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const questionnaires = useApp((state) => state.catalogue)?.questionnaires ?? [];
  const chosen = useApp((state) => state.route.path.slice(2).join("/"));
  const shown = questionnaires.find(({ id }) => id === chosen) ?? questionnaires.find(({ rules }) => rules.length > 0) ?? questionnaires[0];
  return (
    <>
      <p class="help">{words.forms.help}</p>
      <nav class="tabs second" aria-label={words.result.forms}>
        {questionnaires.map(({ id, title }) => (
          <Link key={id} to={["result", "forms", ...id.split("/")]} aria-current={id === shown?.id ? "page" : undefined} lang={lang}>
            {title}
          </Link>
        ))}
      </nav>
      {shown && <Form key={shown.id} questionnaire={shown} />}
    </>
  );
};
