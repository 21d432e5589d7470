import { change } from "../state/actions.js";
import { goTo } from "../state/route.js";
import { UNNAMED } from "../state/Draft.js";
import { ContextField } from "../ui/ContextField.js";
import { InEnglish } from "../ui/InEnglish.js";
import { TextField } from "../ui/TextField.js";
import { useApp, useEditable, useWords } from "../ui/useApp.js";

const FIELDS = ["name", "description", "owner", "version"] as const;
const LONGEST = { name: 200, description: 4000, owner: 200, version: 60 };

const About = () => {
  const words = useWords();
  const editable = useEditable();
  const system = useApp((state) => state.draft.system);
  const set = (field: (typeof FIELDS)[number], text: string) =>
    change((draft) => {
      const value = text.trim();
      const system = { ...draft.system, [field]: value || (field === "name" ? UNNAMED : undefined) };
      return { ...draft, system: Object.fromEntries(FIELDS.flatMap((each) => (system[each] === undefined ? [] : [[each, system[each]]]))) as typeof system };
    });
  return (
    <section>
      <h2>{words.refine.about}</h2>
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={words.refine[field]}
          value={field === "name" && system.name === UNNAMED ? "" : (system[field] ?? "")}
          max={LONGEST[field]}
          disabled={!editable}
          rows={field === "description" ? 3 : 1}
          onChange={(text) => set(field, text)}
        />
      ))}
    </section>
  );
};

/** Optional: what the system is called, and the answers that follow from the four. */
export const Refine = () => {
  const words = useWords();
  const catalogue = useApp((state) => state.catalogue);
  const questions = catalogue?.questions.filter(({ id }) => id.startsWith("context.")) ?? [];
  return (
    <div class="refine">
      <h1 tabIndex={-1}>{words.refine.title}</h1>
      <p class="lead">{words.refine.lead}</p>
      <p class="buttons">
        <button type="button" onClick={() => goTo(["question", "4"])}>
          {words.back}
        </button>
        <button type="button" class="main" onClick={() => goTo(["result", "overview"])}>
          {words.question.result}
        </button>
      </p>
      <div class="columns">
        <About />
        <section>
          <h2>{words.refine.questions}</h2>
          <InEnglish />
          {questions.map((question) => (
            <ContextField key={question.id} question={question} />
          ))}
        </section>
      </div>
    </div>
  );
};
