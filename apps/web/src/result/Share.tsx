import { useState } from "preact/hooks";
import { toSystem } from "../state/Draft.js";
import { shareHash } from "../state/share.js";
import { useApp, useWords } from "../ui/useApp.js";

/** A link that carries the system. */
export const Share = ({ say }: { say: (words: string) => void }) => {
  const words = useWords();
  const draft = useApp((state) => state.draft);
  const [link, setLink] = useState("");
  const make = async () => {
    const address = `${location.href.split("#")[0]}${await shareHash(toSystem(draft))}`;
    setLink(address);
    await navigator.clipboard.writeText(address).then(
      () => say(words.documents.copied),
      () => say(words.documents.notCopied),
    );
  };
  return (
    <section>
      <h2>{words.documents.share}</h2>
      <p class="help">{words.documents.shareHelp}</p>
      <button type="button" onClick={() => void make()}>
        {words.documents.shareCopy}
      </button>
      {link && (
        <label class="field">
          <span class="label">{words.documents.link}</span>
          <textarea class="code" rows={3} readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
        </label>
      )}
    </section>
  );
};
