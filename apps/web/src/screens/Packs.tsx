import type { ListedPack } from "../engine/protocol.js";
import { packFromFiles } from "../files/packFromDrop.js";
import { openFolder, removePack } from "../state/packActions.js";
import { FileButton } from "../ui/FileButton.js";
import { focusHeading } from "../ui/focusHeading.js";
import { useApp, useWords } from "../ui/useApp.js";

const Pack = ({ pack }: { pack: ListedPack }) => {
  const words = useWords();
  const { source, name, version, digest, brings, problems } = pack;
  return (
    <li>
      <span class="row-main">
        <strong>{name}</strong> <span class="quiet">{version}</span>
        <br />
        <span class="quiet">
          {problems.length > 0
            ? words.packs.aside(problems.length)
            : Object.entries(brings)
                .map(([noun, count]) => words.packs.brings(noun, count))
                .join(", ")}
          {digest && (
            <>
              {" · "}
              <code title={`SHA-256 ${digest}`}>{digest.slice(0, 12)}</code>
            </>
          )}
        </span>
      </span>
      <button type="button" class="plain" aria-label={`${words.colon(words.remove)} ${name}`} onClick={() => void removePack(source).then(focusHeading)}>
        {words.remove}
      </button>
    </li>
  );
};

const addFolder = (files: [File, ...File[]]) => void openFolder(files[0].webkitRelativePath.split("/")[0]!, packFromFiles(files));

/** Frameworks, threats, questionnaires and templates of others: what is in use, and how to add some. */
export const Packs = () => {
  const words = useWords();
  const packs = useApp((state) => state.packs);
  return (
    <section>
      <h2>{words.packs.title}</h2>
      <p class="quiet">{words.packs.help}</p>
      {packs.length > 0 && (
        <ul class="rows">
          {packs.map((pack) => (
            <Pack key={pack.source} pack={pack} />
          ))}
        </ul>
      )}
      <p>
        <FileButton label={words.packs.add} folder onFiles={addFolder} />
      </p>
    </section>
  );
};
