import { redo, undo } from "../state/actions.js";
import { store } from "../state/app.js";
import { LOCALES, type Locale, loadWords, rememberLocale } from "../i18n/index.js";
import { Link } from "./Link.js";
import { useApp, useWords } from "./useApp.js";

/** Puts the page into another language. */
export const chooseLocale = async (locale: Locale): Promise<void> => {
  const words = await loadWords(locale);
  rememberLocale(locale);
  document.documentElement.lang = locale;
  store.set({ locale, words });
};

/** The top of every screen. */
export const Header = () => {
  const words = useWords();
  const locale = useApp((state) => state.locale);
  const canUndo = useApp((state) => state.past.length > 0);
  const canRedo = useApp((state) => state.future.length > 0);
  return (
    <header class="top">
      <a class="skip" href="#content" onClick={skip}>
        {words.skip}
      </a>
      <Link to={[]} class="brand">
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M4 20V10M9 20V4M14 20v-8M19 20V7" />
        </svg>
        StrideML
      </Link>
      <span class="tagline">{words.tagline}</span>
      <div class="tools">
        <button type="button" class="plain" disabled={!canUndo} onClick={undo}>
          {words.undo}
        </button>
        <button type="button" class="plain" disabled={!canRedo} onClick={redo}>
          {words.redo}
        </button>
        <label>
          <span class="unseen">{words.language}</span>
          <select value={locale} onChange={({ currentTarget }) => void chooseLocale(currentTarget.value as Locale)}>
            {Object.entries(LOCALES).map(([id, name]) => (
              <option key={id} value={id} lang={id} selected={id === locale}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
};

/** The address after `#` is the place in the page, so the skip link moves the focus by itself. */
const skip = (event: Event) => {
  event.preventDefault();
  document.querySelector<HTMLElement>("#content")?.focus();
};
