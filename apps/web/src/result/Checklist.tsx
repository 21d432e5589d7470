import { LIFECYCLE, type MitigationDecision } from "@strideml/plugin-kit";
import { change } from "../state/actions.js";
import { withMitigation } from "../state/Draft.js";
import { Link } from "../ui/Link.js";
import { useGradually } from "../ui/useGradually.js";
import { useProgress } from "../ui/useProgress.js";
import { useStableOrder } from "../ui/useStableOrder.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";

type Status = MitigationDecision["status"];

/** What each answer says about the control. */
const ANSWERS = { yes: "in-place", partly: "partly", no: "not-planned" } as const satisfies Record<string, Status>;

const ANSWERED: readonly string[] = Object.values(ANSWERS);

const Control = ({ id, question, status }: { id: string; question: string; status: string }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const editable = useEditable();
  return (
    <li>
      <fieldset class="control">
        <legend lang={lang}>{question}</legend>
        {(["yes", "partly", "no"] as const).map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={id}
              disabled={!editable}
              checked={status === ANSWERS[answer]}
              onChange={() => change((draft) => withMitigation(draft, id, ANSWERS[answer]))}
            />{" "}
            {words.checklist[answer]}
          </label>
        ))}
        <Link to={["result", "mitigations", id]}>{words.mitigations.details}</Link>
      </fieldset>
    </li>
  );
};

/** The controls that matter to this system as questions, by stage. */
export const Checklist = () => {
  const words = useWords();
  const model = useModel()!;
  const entries = useApp((state) => state.catalogue)?.mitigations ?? [];
  const progress = useProgress();
  const answered = model.mitigations.filter((planned) => ANSWERED.includes(progress(planned))).length;
  // In the order of the page, so that what comes later never pushes away what is there.
  const controls = useGradually(useStableOrder(model.mitigations).toSorted((a, b) => LIFECYCLE.indexOf(a.stage) - LIFECYCLE.indexOf(b.stage)));
  const questions = new Map(entries.map(({ id, question }) => [id, question]));
  return (
    <>
      <p class="help">{words.checklist.help}</p>
      <p role="status">{words.checklist.answered(answered, model.mitigations.length)}</p>
      {LIFECYCLE.map((stage) => {
        const mine = controls.filter((planned) => planned.stage === stage);
        return mine.length === 0 ? null : (
          <section key={stage}>
            <h2>{words.checklist.stage[stage]}</h2>
            <ul class="controls">
              {mine.map((planned) => (
                <Control key={planned.id} id={planned.id} question={questions.get(planned.id) ?? planned.title} status={progress(planned)} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};
