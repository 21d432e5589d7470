import { completed, type Draft } from "./Draft.js";
import { store } from "./app.js";
import { readRecent, writeRecent } from "./recent.js";

const SESSION = "strideml.draft";
const SESSION_REVISION = "strideml.revision";
const SESSION_SAVED = "strideml.saved";
const SESSION_BASELINE = "strideml.baseline";

/** A file as it was opened. */
interface TextFile {
  name: string;
  text: string;
}

/** Milliseconds without a change after which a draft is kept. */
const PAUSE = 400;

const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("strideml") : undefined;

/** The draft of this tab survives a reload, and so does what this tab knows of its revisions. */
export const keepForReload = (draft: Draft): void => {
  try {
    sessionStorage.setItem(SESSION, JSON.stringify(draft));
    sessionStorage.setItem(SESSION_REVISION, String(store.get().revision));
  } catch {
    // Without session storage a reload starts anew; the notice about storage says so.
    store.set({ storage: "blocked" });
  }
};

/** The draft that this tab had before a reload. */
export const draftBeforeReload = (): Draft | undefined => {
  try {
    const text = sessionStorage.getItem(SESSION);
    const draft = text === null ? undefined : (JSON.parse(text) as Draft);
    return typeof draft?.id === "string" && typeof draft.system?.name === "string" ? completed(draft) : undefined;
  } catch {
    return undefined;
  }
};

const toSession = (key: string, value: unknown): void => {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Too large, or blocked: a reload shows the draft alone.
  }
};

const fromSession = (key: string): unknown => {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? "null") as unknown) ?? undefined;
  } catch {
    return undefined;
  }
};

/** The file of a saved model that is looked at as it is, so that a reload shows it again; without one there is none. */
export const keepSavedForReload = (file?: TextFile): void => toSession(SESSION_SAVED, file);

/** The file of a saved model that this tab showed before a reload. */
export const savedBeforeReload = (): TextFile | undefined => fromSession(SESSION_SAVED) as TextFile | undefined;

/** The draft of the model that changes are compared with, so that a reload compares with the same; without one there is none. */
export const keepBaselineForReload = (draft?: Draft): void => toSession(SESSION_BASELINE, draft);

/** The draft that changes were compared with before a reload, where it is an earlier state of this one. */
export const baselineBeforeReload = (present: Draft): Draft | undefined => {
  const baseline = fromSession(SESSION_BASELINE) as Draft | undefined;
  return baseline?.id === present.id && JSON.stringify(baseline) !== JSON.stringify(present) ? completed(baseline) : undefined;
};

/** After a reload: the revision that this tab had, and whether another tab stored a later one with something else in it. */
export const sinceReload = async (draft: Draft): Promise<{ revision: number; conflict: boolean }> => {
  const stored = await readRecent(draft.id).catch(() => undefined);
  if (!stored) return { revision: 0, conflict: false };
  const known = Number(sessionStorage.getItem(SESSION_REVISION));
  const conflict = stored.revision > known && JSON.stringify(stored.draft) !== JSON.stringify(draft);
  return { revision: conflict ? known : stored.revision, conflict };
};

const isFull = (error: unknown) => error instanceof DOMException && error.name === "QuotaExceededError";

const keepNow = async (draft: Draft): Promise<void> => {
  // The draft may have left this tab's screen since; its revision went with it.
  const isShown = () => store.get().draft.id === draft.id;
  try {
    const stored = await readRecent(draft.id);
    const known = isShown() ? store.get().revision : (stored?.revision ?? 0);
    if (stored && stored.revision > known) return store.set({ conflict: true });
    const revision = known + 1;
    await writeRecent({ id: draft.id, name: draft.system.name, changed: Date.now(), revision, draft });
    store.set({ storage: "works", ...(isShown() && { revision }) });
    tabs?.postMessage({ id: draft.id, revision });
  } catch (error) {
    store.set({ storage: isFull(error) ? "full" : "blocked" });
  }
};

/** The writes of this tab, one after the other: two at once would take each other for another tab. */
let writing = Promise.resolve();

let waiting: { draft: Draft; timer: ReturnType<typeof setTimeout> } | undefined;

/** Forgets what was to be kept, before a draft is deleted. */
export const stopKeeping = (): void => {
  clearTimeout(waiting?.timer);
  waiting = undefined;
};

/** Keeps at once what waits to be kept; done when it is stored. */
export const keepWaiting = (): Promise<void> => {
  const draft = waiting?.draft;
  stopKeeping();
  if (draft) writing = writing.then(() => keepNow(draft));
  return writing;
};

/** Keeps a draft for a reload and among the recent models, a moment after the last change: storing takes time from showing. */
export const keep = (draft: Draft): void => {
  if (waiting?.draft.id === draft.id) stopKeeping();
  else void keepWaiting();
  const timer = setTimeout(() => {
    keepForReload(draft);
    void keepWaiting();
  }, PAUSE);
  waiting = { draft, timer };
};

// A reload or a closed tab does not wait for the moment to pass, nor for a text to be finished: a field that is left gives what was typed.
addEventListener("pagehide", () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const { draft } = store.get();
  if (Object.keys(draft.profile).length > 0) keepForReload(draft);
});

/** Two tabs on one model: the other one's change is told, and nothing of either is lost. */
tabs?.addEventListener("message", ({ data }: MessageEvent<{ id: string; revision: number }>) => {
  const { draft, revision } = store.get();
  if (data.id === draft.id && data.revision > revision) store.set({ conflict: true });
});
