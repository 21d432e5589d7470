import { DEFAULT_TEMPLATE } from "@strideml/report";
import { useRef, useState } from "preact/hooks";
import { Cancelled, type Client, createClient } from "../engine/client.js";
import { downloadFile, saveFile } from "../files/saveFile.js";
import { change, engine } from "../state/actions.js";
import { store } from "../state/app.js";
import { toSystem } from "../state/Draft.js";
import { shareHash } from "../state/share.js";
import { Select } from "../ui/Select.js";
import { TextField } from "../ui/TextField.js";
import { useApp, useCatalogLang, useModel, useWords } from "../ui/useApp.js";

/** Long work in a worker of its own, so that ending it disturbs nothing else. */
const useWork = () => {
  const words = useWords();
  const client = useRef<Client | undefined>(undefined);
  const [what, setWhat] = useState<string>();
  const [said, setSaid] = useState("");
  const run = async (name: string, work: (own: Client) => Promise<string>) => {
    client.current?.end();
    const own = createClient();
    client.current = own;
    setWhat(name);
    setSaid("");
    try {
      setSaid(await work(own));
    } catch (error) {
      setSaid(error instanceof Cancelled ? words.documents.cancelled : words.documents.failed((error as Error).message));
    }
    own.end();
    if (client.current === own) setWhat(undefined);
  };
  return { what, said, run, cancel: () => client.current?.end(), say: setSaid };
};

const Share = ({ say }: { say: (words: string) => void }) => {
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

const Save = ({ say }: { say: (words: string) => void }) => {
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

/** Links within a document scroll: the address after `#` is the place in the page, not in the document. */
const followAnchor = (event: MouseEvent) => {
  const target = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')?.getAttribute("href")?.slice(1);
  if (!target) return;
  event.preventDefault();
  document.getElementById(target)?.scrollIntoView({ block: "start" });
};

/** Every document in every format that is registered; the system file; a link. */
export const Documents = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const model = useModel()!;
  const catalogue = useApp((state) => state.catalogue)!;
  const date = useApp((state) => state.draft.date);
  const [template, setTemplate] = useState<string>(DEFAULT_TEMPLATE);
  const [page, setPage] = useState("");
  const { what, said, run, cancel, say } = useWork();
  const chosen = catalogue.templates.find(({ id }) => id === template)!;
  const make = (format: (typeof catalogue.formats)[number]) =>
    run(format.title, async (own) => {
      const { name, mediaType, content } = await own.call("make", { model, template, format: format.id });
      return words.documents.saved(downloadFile(name, mediaType, content));
    });
  const copy = () =>
    run(words.documents.copy, async (own) => {
      const { content } = await own.call("make", { model, template, format: "md" });
      return navigator.clipboard.writeText(content).then(
        () => words.documents.copied,
        () => words.documents.notCopied,
      );
    });
  const preview = () =>
    run(words.documents.preview, async (own) => {
      setPage(await own.call("preview", { model, template }));
      return "";
    });
  const button = (format: (typeof catalogue.formats)[number]) => (
    <button key={format.id} type="button" title={format.title} disabled={what !== undefined} onClick={() => void make(format)}>
      {words.documents.download} {format.extension.toUpperCase()}
    </button>
  );
  return (
    <div class="documents">
      <p class="help">{words.documents.help}</p>
      <div class="filters wide">
        <Select
          label={words.documents.template}
          lang={lang}
          value={template}
          options={catalogue.templates.map(({ id, title }) => [id, title] as const)}
          onChange={(id) => {
            setTemplate(id);
            setPage("");
          }}
        />
        <TextField label={words.documents.date} type="date" value={date} help={words.documents.dateHelp} onChange={(value) => change((draft) => ({ ...draft, date: value }))} />
      </div>
      <p lang={lang}>{chosen.description}</p>
      <p class="buttons">
        {catalogue.formats.filter(({ usesTemplate }) => usesTemplate).map(button)}
        <button type="button" disabled={what !== undefined} onClick={() => void copy()}>
          {words.documents.copy}
        </button>
        <button type="button" disabled={what !== undefined} onClick={() => void preview()}>
          {words.documents.preview}
        </button>
      </p>
      <h2>{words.documents.data}</h2>
      <p class="buttons">{catalogue.formats.filter(({ usesTemplate }) => !usesTemplate).map(button)}</p>
      <div class="work" role="status">
        {what !== undefined && (
          <>
            <progress aria-label={words.documents.making(what)} /> {words.documents.making(what)}{" "}
            <button type="button" onClick={cancel}>
              {words.cancel}
            </button>
          </>
        )}
        {said}
      </div>
      <div class="columns">
        <Save say={say} />
        <Share say={say} />
      </div>
      {page && (
        <section class="paper">
          <p class="buttons">
            <button type="button" onClick={() => print()}>
              {words.documents.print}
            </button>
            <button type="button" class="plain" onClick={() => setPage("")}>
              {words.close}
            </button>
          </p>
          <div class="document" lang="en" onClick={followAnchor} dangerouslySetInnerHTML={{ __html: page }} />
        </section>
      )}
    </div>
  );
};
