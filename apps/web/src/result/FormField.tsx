import type { Answer, FormQuestion } from "@strideml/plugin-kit";
import { change } from "../state/actions.js";
import { withFormAnswer } from "../state/Draft.js";
import { TextField } from "../ui/TextField.js";
import { useApp, useCatalogLang, useEditable, useWords } from "../ui/useApp.js";

/** Characters of an answer in prose, as the engine accepts them. */
const LONGEST = 100_000;

interface Props {
  form: string;
  question: FormQuestion;
  value: Answer | undefined;
}

const useSet =
  ({ form, question }: Props) =>
  (value: Answer | undefined) =>
    change((draft) => withFormAnswer(draft, form, question.id, value));

/** One of several, or not known yet: which is what an unanswered question says. */
const One = (props: Props & { options: readonly (readonly [id: string, label: string, help: string])[]; take: (id: string) => Answer }) => {
  const { form, question, value, options, take } = props;
  const words = useWords();
  const editable = useEditable();
  const lang = useCatalogLang();
  const set = useSet(props);
  const name = `${form} ${question.id}`;
  return (
    <>
      {options.map(([id, label, help]) => (
        <label key={id} lang={lang}>
          <input type="radio" name={name} disabled={!editable} checked={value !== undefined && String(value) === id} onChange={() => set(take(id))} /> {label}{" "}
          <span class="quiet">{help}</span>
        </label>
      ))}
      <label>
        <input type="radio" name={name} disabled={!editable} checked={value === undefined} onChange={() => set(undefined)} /> {words.forms.unknown}
      </label>
    </>
  );
};

/** Any number of several; none of them is an answer too, and so is not knowing. */
const Several = (props: Props) => {
  const { question, value } = props;
  const words = useWords();
  const editable = useEditable();
  const lang = useCatalogLang();
  const set = useSet(props);
  const chosen = Array.isArray(value) ? value : undefined;
  const toggle = (id: string, on: boolean) => set(question.choices.map((choice) => choice.id).filter((each) => (each === id ? on : chosen?.includes(each))));
  return (
    <>
      {question.choices.map(({ id, label, help }) => (
        <label key={id} lang={lang}>
          <input type="checkbox" disabled={!editable} checked={chosen?.includes(id) ?? false} onChange={({ currentTarget }) => toggle(id, currentTarget.checked)} /> {label}{" "}
          <span class="quiet">{help}</span>
        </label>
      ))}
      <label>
        <input type="checkbox" disabled={!editable} checked={chosen?.length === 0} onChange={({ currentTarget }) => set(currentTarget.checked ? [] : undefined)} />{" "}
        {words.forms.none}
      </label>
      {chosen && (
        <button type="button" class="plain" disabled={!editable} onClick={() => set(undefined)}>
          {words.forms.unknown}
        </button>
      )}
    </>
  );
};

const Choices = (props: Props) => {
  const words = useWords();
  const { question } = props;
  if (question.type === "list") return <Several {...props} />;
  if (question.type === "choice") return <One {...props} options={question.choices.map(({ id, label, help }) => [id, label, help] as const)} take={(id) => id} />;
  return (
    <One
      {...props}
      options={[
        ["true", words.refine.yes, ""],
        ["false", words.refine.no, ""],
      ]}
      take={(id) => id === "true"}
    />
  );
};

/** One question of a questionnaire with its help and where it comes from. */
export const FormField = ({ form, question }: { form: string; question: FormQuestion }) => {
  const lang = useCatalogLang();
  const editable = useEditable();
  const value = useApp((state) => state.draft.questionnaires[form]?.[question.id]);
  const props: Props = { form, question, value };
  const set = useSet(props);
  const help = `${question.help} (${question.source.text})`;
  if (question.type === "text" || question.type === "date")
    return (
      <TextField
        label={question.title}
        value={typeof value === "string" ? value : ""}
        type={question.type}
        rows={question.type === "text" ? 4 : 1}
        max={LONGEST}
        help={help}
        lang={lang}
        disabled={!editable}
        onChange={(text) => set(text.trim() === "" ? undefined : text)}
      />
    );
  return (
    <fieldset class="field form-question">
      <legend class="label" lang={lang}>
        {question.title}
      </legend>
      <p class="help" lang={lang}>
        {help}
      </p>
      <Choices {...props} />
    </fieldset>
  );
};
