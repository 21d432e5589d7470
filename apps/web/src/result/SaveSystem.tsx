import { saveFile } from "../files/saveFile.js";
import { engine } from "../state/actions.js";
import { store } from "../state/app.js";
import { toSystem } from "../state/Draft.js";
import { useWords } from "../ui/useApp.js";

/** The system file, to be opened again here or given to the command line. */
export const SaveSystem = ({ say }: { say: (words: string) => void }) => {
  const words = useWords();
  const save = async () => {
    const text = await engine().call("write", toSystem(store.get().draft));
    const name = await saveFile("strideml.yaml", "application/yaml", text);
    if (name !== undefined) say(words.documents.saved(name));
  };
  return (
    <section>
      <h2>{words.documents.save}</h2>
      <p class="help">{words.documents.saveHelp}</p>
      <button type="button" onClick={() => void save()}>
        {words.documents.save}
      </button>
    </section>
  );
};
