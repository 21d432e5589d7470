import { useEffect, useState } from "preact/hooks";
import type { ListedExample } from "../engine/protocol.js";
import { engine, openExample, openFile, openRecent, openText, startBlank, tell } from "../state/actions.js";
import { profileNames, store } from "../state/app.js";
import { isComplete } from "../state/Draft.js";
import { dayOf, timeOf } from "../result/timeline.js";
import { stopKeeping } from "../state/keep.js";
import { clearRecent, deleteRecent, listRecent, type Recent } from "../state/recent.js";
import { Dialog } from "../ui/Dialog.js";
import { FileButton } from "../ui/FileButton.js";
import { focusHeading } from "../ui/focusHeading.js";
import { InEnglish } from "../ui/InEnglish.js";
import { Link } from "../ui/Link.js";
import { Message } from "../ui/NoticeBar.js";
import { useApp, useCatalogLang, useWords } from "../ui/useApp.js";
import { useGradually } from "../ui/useGradually.js";
import { Packs } from "./Packs.js";

const Paste = ({ onClose }: { onClose: () => void }) => {
  const words = useWords();
  const [text, setText] = useState("");
  const [failed, setFailed] = useState(false);
  // What could not be read stays where it can be put right, with what is wrong above it.
  const read = async () => {
    const opened = await openText(text, words.start.pasteLabel);
    setFailed(!opened);
    if (opened) onClose();
  };
  return (
    <Dialog title={words.start.paste} onClose={onClose}>
      <div role="status">{failed && <Message />}</div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <label class="field">
          <span class="label">{words.start.pasteLabel}</span>
          <textarea rows={14} class="code" spellcheck={false} autofocus value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </label>
        <button type="submit" class="main" disabled={text.trim() === ""}>
          {words.start.pasteOpen}
        </button>
      </form>
    </Dialog>
  );
};

const Examples = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const [examples, setExamples] = useState<ListedExample[]>([]);
  useEffect(() => {
    engine()
      .call("examples")
      .then(setExamples, () => undefined);
  }, []);
  return (
    <section>
      <h2>{words.start.examples}</h2>
      <p class="quiet">{words.start.examplesHelp}</p>
      <InEnglish />
      <ul class="cards" aria-busy={examples.length === 0}>
        {useGradually(examples, 6).map(({ id, name, description }) => (
          <li key={id}>
            <button type="button" class="card" lang={lang} onClick={() => void openExample(id)}>
              <strong>{name}</strong>
              <span>{description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The models that the browser keeps; undefined until they are read. */
const useRecent = () => {
  const [recent, setRecent] = useState<Recent[]>();
  const read = async () => {
    try {
      setRecent(await listRecent());
    } catch {
      setRecent([]);
      store.set({ storage: "blocked" });
    }
  };
  // The model that was just left is kept a moment later.
  const revision = useApp((state) => state.revision);
  useEffect(() => void read(), [revision]);
  return { recent, read };
};

const RecentModels = ({ recent, read }: { recent: readonly Recent[]; read: () => Promise<void> }) => {
  const words = useWords();
  const clear = async () => {
    stopKeeping();
    await clearRecent();
    await read();
    tell(words.start.cleared);
    focusHeading();
  };
  const remove = async (id: string) => {
    if (store.get().draft.id === id) stopKeeping();
    await deleteRecent(id);
    await read();
    focusHeading();
  };
  if (recent.length === 0) return null;
  return (
    <section>
      <h2>{words.start.recent}</h2>
      <p class="quiet">
        {words.start.recentHelp}{" "}
        <button type="button" class="plain" onClick={() => void clear()}>
          {words.start.clear}
        </button>
      </p>
      <ul class="rows">
        {recent.map(({ id, name, changed }) => (
          <li key={id}>
            <button type="button" class="row-main" onClick={() => void openRecent(id)}>
              <strong>{name}</strong> <span class="quiet">{words.start.changed(words.day(dayOf(new Date(changed))), timeOf(new Date(changed)))}</span>
            </button>
            <button type="button" class="plain" aria-label={`${words.colon(words.remove)} ${name}`} onClick={() => void remove(id)}>
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Of system files, saved models, templates and the files of other tools. */
const KINDS = ".yaml,.yml,.json,.hbs,.tm7,.otm,.md,application/json,application/yaml,text/yaml,text/markdown";

const SECTIONS = [RecentModels, Examples, Packs];

/** What is below the first lines. It waits for the recent models, which would push away what is there before them. */
const Sections = () => {
  const { recent, read } = useRecent();
  const sections = useGradually(recent ? SECTIONS : [], 1);
  return (
    <>
      {sections.map((Section, index) => (
        <Section key={index} recent={recent ?? []} read={read} />
      ))}
    </>
  );
};

/** Where everybody begins: blank, from an example, from a file, from pasted text, or from what was done before. */
export const Start = () => {
  const words = useWords();
  const [pasting, setPasting] = useState(false);
  const draft = useApp((state) => state.draft);
  const catalogue = useApp((state) => state.catalogue);
  const begun = Object.keys(draft.profile).length > 0;
  const goOn = catalogue && isComplete(draft, profileNames(catalogue)) ? ["result", "overview"] : ["question", "1"];
  return (
    <div class="start">
      <h1 tabIndex={-1}>{words.start.title}</h1>
      <p class="lead">{words.start.lead}</p>
      <p class="buttons">
        <button type="button" class="main" onClick={startBlank}>
          {words.start.blank}
        </button>
        <FileButton label={words.start.open} accept={KINDS} onFiles={([file]) => void openFile(file)} />
        <button type="button" onClick={() => setPasting(true)}>
          {words.start.paste}
        </button>
      </p>
      <p class="quiet">{words.start.openHelp}</p>
      {begun && (
        <p>
          {words.start.goOn}{" "}
          <Link to={goOn}>
            <strong>{draft.system.name}</strong>
          </Link>
        </p>
      )}
      <Sections />
      {pasting && <Paste onClose={() => setPasting(false)} />}
    </div>
  );
};
