import type { PlacedProblem } from "@strideml/plugin-kit";
import { store } from "../state/app.js";
import { keepAsCopy, leaveSaved, takeTheirs } from "../state/actions.js";
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
      {place && <strong>{place}: </strong>}
      {[message, expected && `${words.notices.expected} ${expected}`, hint].filter(Boolean).join("; ")}
    </li>
  );
};

const Message = () => {
  const words = useWords();
  const notice = useApp((state) => state.notice);
  const saved = useApp((state) => state.saved);
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
        {saved && (
          <button type="button" onClick={leaveSaved}>
            {words.notices.showToday}
          </button>
        )}
      </div>
      <button type="button" class="plain" onClick={() => store.set({ notice: undefined })}>
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
    <div class="notices" role="status">
      {broken !== undefined && <p class="notice error">{words.notices.broken(broken)}</p>}
      {conflict && <Conflict />}
      <Message />
      {storage !== "works" && <p class="notice info">{storage === "full" ? words.notices.storageFull : words.notices.storageBlocked}</p>}
    </div>
  );
};
