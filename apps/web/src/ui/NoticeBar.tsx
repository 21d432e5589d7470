import type { PlacedProblem } from "@strideml/plugin-kit";
import { store } from "../state/app.js";
import { keepAsCopy, takeTheirs } from "../state/actions.js";
import { focusHeading } from "./focusHeading.js";
import { useApp, useWords } from "./useApp.js";

/** Most problems that are listed. */
const MOST = 12;

const dotted = (path: PlacedProblem["path"]) => path.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`)).join("");

const Problem = ({ problem, named }: { problem: PlacedProblem; named: boolean }) => {
  const words = useWords();
  const { file, line, column, path, message, expected, hint } = problem;
  const place = [named ? (file ?? "") : "", line !== undefined && column !== undefined ? words.notices.line(line, column) : "", dotted(path)].filter(Boolean).join(", ");
  return (
    <li>
      {place && <strong>{words.colon(place)} </strong>}
      {[message, expected && `${words.notices.expected} ${expected}`, hint].filter(Boolean).join("; ")}
    </li>
  );
};

/** The button goes with the message: the focus must not be lost with it. */
const close = () => {
  store.set({ notice: undefined });
  focusHeading();
};

/** What was told last, until it is closed. */
export const Message = () => {
  const words = useWords();
  const notice = useApp((state) => state.notice);
  if (!notice) return null;
  const { problems = [] } = notice;
  return (
    <section class={`notice ${notice.kind}`} aria-label={words.notices.title}>
      <div>
        <p>{notice.text}</p>
        {problems.length > 0 && (
          <ul>
            {problems.slice(0, MOST).map((problem, index) => (
              <Problem key={index} problem={problem} named={notice.files === true} />
            ))}
            {problems.length > MOST && <li>{words.notices.more(problems.length - MOST)}</li>}
          </ul>
        )}
      </div>
      <button type="button" class="plain" onClick={close}>
        {words.close}
      </button>
    </section>
  );
};

const Conflict = () => {
  const words = useWords();
  return (
    <section class="notice error" aria-label={words.notices.title}>
      <p>{words.notices.conflict}</p>
      <button type="button" onClick={() => void takeTheirs()}>
        {words.notices.takeTheirs}
      </button>
      <button type="button" onClick={keepAsCopy}>
        {words.notices.keepMine}
      </button>
    </section>
  );
};

/** Messages in place; a polite live region, so that they are heard without taking the focus. */
export const NoticeBar = () => {
  const words = useWords();
  const conflict = useApp((state) => state.conflict);
  const storage = useApp((state) => state.storage);
  const broken = useApp((state) => state.broken);
  return (
    <>
      <div class="notices in-view" role="status">
        {broken !== undefined && <p class="notice error">{words.notices.broken(broken)}</p>}
        {conflict && <Conflict />}
        <Message />
      </div>
      <div class="notices" role="status">
        {storage !== "works" && <p class="notice info">{storage === "full" ? words.notices.storageFull : words.notices.storageBlocked}</p>}
      </div>
    </>
  );
};
