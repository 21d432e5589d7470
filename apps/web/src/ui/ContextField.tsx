import type { Answer, Question } from "@strideml/plugin-kit";
import { change } from "../state/actions.js";
import { withAnswer } from "../state/Draft.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "./useApp.js";

const set = (name: string, value: Answer | undefined) => change((draft) => withAnswer(draft, "context", name, value));

const ListInput = ({ question, name, value, disabled }: { question: Question; name: string; value: string[]; disabled: boolean }) => (
  <div class="checks" lang={useCatalogLang()}>
    {question.choices.map(({ id, label }) => (
      <label key={id}>
        <input
          type="checkbox"
          disabled={disabled}
          checked={value.includes(id)}
          onChange={({ currentTarget }) =>
            set(
              name,
              question.choices.map((choice) => choice.id).filter((each) => (each === id ? currentTarget.checked : value.includes(each))),
            )
          }
        />{" "}
        {label}
      </label>
    ))}
  </div>
);

const ChoiceInput = ({ question, name, value, id, disabled }: { question: Question; name: string; value: Answer | undefined; id: string; disabled: boolean }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const options: [string, string][] =
    question.type === "boolean"
      ? [
          ["true", words.refine.yes],
          ["false", words.refine.no],
        ]
      : question.choices.map((choice) => [choice.id, choice.label]);
  const take = (text: string) => set(name, question.type === "boolean" ? text === "true" : text);
  return (
    <select
      id={id}
      aria-describedby={`${id}-help`}
      lang={question.type === "boolean" ? undefined : lang}
      value={String(value)}
      disabled={disabled}
      onChange={({ currentTarget }) => take(currentTarget.value)}
    >
      {value === undefined && <option value="undefined" />}
      {options.map(([option, text]) => (
        <option key={option} value={option} selected={option === String(value)}>
          {text}
        </option>
      ))}
    </select>
  );
};

/** A refinement: what was given, or what is assumed and why. */
export const ContextField = ({ question }: { question: Question }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const name = question.id.replace(/^context\./, "");
  const editable = useEditable();
  const given = useApp((state) => state.draft.context[name]);
  const model = useModel();
  const value = given ?? model?.context[name];
  const assumption = model?.assumptions[name];
  const id = `context-${name}`;
  const isList = question.type === "list";
  const chosen = question.choices.find((choice) => choice.id === value);
  const Head = isList ? "legend" : "label";
  const Box = isList ? "fieldset" : "div";
  return (
    <Box class={`field refinement${given === undefined ? "" : " given"}`}>
      <Head class="label" lang={lang} {...(isList ? {} : { for: id })}>
        {question.title}
      </Head>
      <span class="help" lang={lang} id={`${id}-help`}>
        {[question.why, question.help].filter(Boolean).join(" ")}
      </span>
      {isList ? (
        <ListInput question={question} name={name} value={(value as string[] | undefined) ?? []} disabled={!editable} />
      ) : (
        <ChoiceInput question={question} name={name} value={value} id={id} disabled={!editable} />
      )}
      {chosen && (
        <span class="help" lang={lang}>
          {chosen.label}: {chosen.help}
        </span>
      )}
      <span class="help">
        {given === undefined ? (
          <>
            {words.colon(words.refine.assumed)} <span lang={lang}>{assumption?.because ?? ""}</span>
          </>
        ) : (
          <>
            {words.refine.given}.{" "}
            <button type="button" class="plain" disabled={!editable} onClick={() => set(name, undefined)}>
              {words.refine.reset}
            </button>
          </>
        )}
      </span>
    </Box>
  );
};
