import { DEFAULT_TEMPLATE } from "@strideml/report";
import { useEffect, useState } from "preact/hooks";
import type { ListedFormat } from "../engine/protocol.js";
import { copyText } from "../files/copyText.js";
import { downloadFile } from "../files/saveFile.js";
import { change, engine } from "../state/actions.js";
import { caughtUp } from "../state/generate.js";
import { Select } from "../ui/Select.js";
import { TextField } from "../ui/TextField.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";
import { Paper } from "./Paper.js";
import { SaveSystem } from "./SaveSystem.js";
import { Share } from "./Share.js";
import { TEMPLATE_SECONDS, useWork } from "./useWork.js";

const DateField = () => {
  const words = useWords();
  const date = useApp((state) => state.draft.date);
  const editable = useEditable();
  const set = (value: string) => change((draft) => ({ ...draft, date: value }));
  return <TextField label={words.documents.date} type="date" value={date} help={words.documents.dateHelp} disabled={!editable} onChange={set} />;
};

/** What is under way, and how the last piece of work ended. */
const Work = ({ what, said, cancel }: { what: string | undefined; said: string; cancel: () => void }) => {
  const words = useWords();
  return (
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
  );
};

/** The ways of the chosen document: as a file, into the clipboard, onto the page. */
const useDocument = (template: string, show: (html: string) => void) => {
  const words = useWords();
  const work = useWork();
  const foreign = useApp((state) => state.catalogue)!.templates.find(({ id }) => id === template)?.foreign;
  const seconds = foreign ? TEMPLATE_SECONDS : undefined;
  const make = (format: ListedFormat) =>
    work.run(
      format.title,
      async (own) => {
        const { name, mediaType, content } = await own.call("make", { model: (await caughtUp())!, template, format: format.id });
        return words.documents.saved(downloadFile(name, mediaType, content));
      },
      seconds,
    );
  const copy = () =>
    work.run(
      words.documents.copy,
      async (own) => {
        const { content } = await own.call("make", { model: (await caughtUp())!, template, format: "md" });
        return (await copyText(String(content))) ? words.documents.copied : words.documents.notCopied;
      },
      seconds,
    );
  const preview = () =>
    work.run(
      words.documents.preview,
      async (own) => {
        show(await own.call("preview", { model: (await caughtUp())!, template }));
        return "";
      },
      seconds,
    );
  return { ...work, make, copy, preview };
};

/** The formats that show the model itself: for other tools, not for readers. */
const DataFormats = ({ busy, make }: { busy: boolean; make: (format: ListedFormat) => void }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const first = useApp((state) => state.catalogue)!.formats;
  const [all, setAll] = useState(first);
  useEffect(() => void engine().call("allFormats").then(setAll), []);
  const formats = all.filter(({ usesTemplate }) => !usesTemplate);
  const [id, setId] = useState(formats[0]?.id ?? "");
  const chosen = formats.find((format) => format.id === id);
  return (
    <>
      <h2>{words.documents.data}</h2>
      <div class="filters wide">
        <Select label={words.documents.format} lang={lang} value={id} options={formats.map((format) => [format.id, format.title] as const)} onChange={setId} />
        <p class="buttons beside">
          <button type="button" disabled={busy} onClick={() => chosen && make(chosen)}>
            {words.documents.downloadData}
          </button>
        </p>
      </div>
    </>
  );
};

/** Every document in every format that is registered; the system file; a link. */
export const Documents = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const catalogue = useApp((state) => state.catalogue)!;
  const [template, setTemplate] = useState<string>(DEFAULT_TEMPLATE);
  const [page, setPage] = useState("");
  // What is read here must be what is answered: after a change it is made again, when asked for.
  const model = useModel();
  useEffect(() => setPage(""), [model]);
  const { what, said, cancel, say, make, copy, preview } = useDocument(template, setPage);
  const busy = what !== undefined;
  const choose = (id: string) => {
    setTemplate(id);
    setPage("");
  };
  const button = (format: ListedFormat) => (
    <button key={format.id} type="button" title={format.title} disabled={busy} onClick={() => void make(format)}>
      {words.documents.download} {format.extension.toUpperCase()}
    </button>
  );
  return (
    <div class="documents">
      <p class="help">{words.documents.help}</p>
      <div class="filters wide">
        <Select label={words.documents.template} lang={lang} value={template} options={catalogue.templates.map(({ id, title }) => [id, title] as const)} onChange={choose} />
        <DateField />
      </div>
      <p lang={lang}>{catalogue.templates.find(({ id }) => id === template)?.description}</p>
      <p class="buttons">
        {catalogue.formats.filter(({ usesTemplate }) => usesTemplate).map(button)}
        <button type="button" disabled={busy} onClick={() => void copy()}>
          {words.documents.copy}
        </button>
        <button type="button" disabled={busy} onClick={() => void preview()}>
          {words.documents.preview}
        </button>
      </p>
      <DataFormats busy={busy} make={(format) => void make(format)} />
      <Work what={what} said={said} cancel={cancel} />
      <div class="columns">
        <SaveSystem say={say} />
        <Share say={say} />
      </div>
      {page && <Paper html={page} onClose={() => setPage("")} />}
    </div>
  );
};
