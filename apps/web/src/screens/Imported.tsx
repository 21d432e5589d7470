import type { ImportedAnswer } from "@strideml/plugin-kit";
import { profileNames } from "../state/app.js";
import { isComplete } from "../state/Draft.js";
import { goTo } from "../state/route.js";
import { Link } from "../ui/Link.js";
import { useApp, useCatalogLang, useWords } from "../ui/useApp.js";

const Answers = ({ answers }: { answers: readonly ImportedAnswer[] }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const questions = useApp((state) => state.catalogue)?.questions ?? [];
  const titleOf = (id: string) => questions.find((question) => question.id === id)?.title ?? id;
  const labelOf = ({ question, value }: ImportedAnswer) => {
    if (typeof value === "boolean") return value ? words.refine.yes : words.refine.no;
    const choices = questions.find(({ id }) => id === question)?.choices ?? [];
    return [value]
      .flat()
      .map((each) => choices.find(({ id }) => id === each)?.label ?? each)
      .join(", ");
  };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.imported.question}</th>
          <th scope="col">{words.imported.answer}</th>
          <th scope="col">{words.imported.certainty}</th>
          <th scope="col">{words.imported.from}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr key={answer.question}>
            <th scope="row" lang={lang}>
              {titleOf(answer.question)}
            </th>
            <td lang={lang}>{labelOf(answer)}</td>
            <td>{words.imported.sure[answer.certainty]}</td>
            <td lang={lang}>{answer.from}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What was read out of a file of another tool: to be checked before anything follows from it. */
export const Imported = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const imported = useApp((state) => state.imported);
  const draft = useApp((state) => state.draft);
  const names = profileNames(useApp((state) => state.catalogue));
  if (!imported)
    return (
      <div class="narrow">
        <h1 tabIndex={-1}>{words.imported.nothing}</h1>
        <Link to={[]}>{words.imported.toStart}</Link>
      </div>
    );
  const open = names.findIndex((name) => draft.profile[name] === undefined);
  const { architecture } = draft;
  return (
    <div class="imported">
      <h1 tabIndex={-1}>{words.imported.title(imported.name)}</h1>
      <p class="lead">{words.imported.lead(imported.title)}</p>
      <h2>{words.imported.answers}</h2>
      {imported.answers.length > 0 ? (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.imported.answers}>
          <Answers answers={imported.answers} />
        </div>
      ) : (
        <p>{words.imported.noAnswers}</p>
      )}
      {architecture && <p>{words.imported.architecture(architecture.components.length, architecture.flows?.length ?? 0, architecture.boundaries?.length ?? 0)}</p>}
      <h2>{words.imported.losses(imported.losses.length)}</h2>
      {imported.losses.length > 0 && (
        <ul lang={lang}>
          {imported.losses.map(({ what, why }, index) => (
            <li key={index}>
              <strong>{what}</strong>: {why}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons">
        <button type="button" class="main" onClick={() => goTo(["question", "1"])}>
          {words.imported.check}
        </button>
        {isComplete(draft, names) ? (
          <button type="button" onClick={() => goTo(["result", "overview"])}>
            {words.imported.result}
          </button>
        ) : (
          <button type="button" onClick={() => goTo(["question", String(open + 1)])}>
            {words.imported.openQuestion}
          </button>
        )}
      </p>
    </div>
  );
};
