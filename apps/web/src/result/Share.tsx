import { useEffect, useState } from "preact/hooks";
import { copyText } from "../files/copyText.js";
import { toSystem } from "../state/Draft.js";
import { shareAddress } from "../state/share.js";
import { useApp, useWords } from "../ui/useApp.js";

/** A link that carries the system. */
export const Share = ({ say }: { say: (words: string) => void }) => {
  const words = useWords();
  const draft = useApp((state) => state.draft);
  const [link, setLink] = useState("");
  const make = async () => {
    const address = await shareAddress(toSystem(draft));
    if (address === undefined) return say(words.documents.tooLargeForLink);
    setLink(address);
    say((await copyText(address)) ? words.documents.copied : words.documents.notCopied);
  };
  // A link that was made before a change has not got it.
  useEffect(() => setLink(""), [draft]);
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
