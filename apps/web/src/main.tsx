import { render } from "preact";
import { App } from "./App.js";
import { loadWords, preferredLocale } from "./i18n/index.js";
import { followAddress, redo, start, undo } from "./state/actions.js";
import { store } from "./state/app.js";
import { parseRoute } from "./state/route.js";
import { registerServiceWorker } from "./registerServiceWorker.js";
import "./style/base.css";
import "./style/parts.css";
import "./style/document.css";

/** In a field the browser's own undo is wanted. */
const inField = (event: KeyboardEvent) => event.target instanceof HTMLElement && event.target.matches("input:not([type=radio]):not([type=checkbox]), textarea");

addEventListener("hashchange", () => {
  store.set({ route: parseRoute(location.hash) });
  followAddress();
});
addEventListener("keydown", (event: KeyboardEvent) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || inField(event)) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo();
  else undo();
});

/** Lets the browser paint and answer before the next piece of work. */
const breathe = () => new Promise((done) => setTimeout(done));

const boot = async (): Promise<void> => {
  await breathe();
  const locale = preferredLocale();
  document.documentElement.lang = locale;
  store.set({ locale, words: await loadWords(locale) });
  // Reading what is stored takes its time at first.
  await breathe();
  render(<App />, document.getElementById("app")!);
  await breathe();
  await start();
  registerServiceWorker();
};

void boot();
