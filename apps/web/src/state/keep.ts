import type { Draft } from "./Draft.js";
import { store } from "./app.js";
import { readRecent, writeRecent } from "./recent.js";

const SESSION = "strideml.draft";

/** Milliseconds without a change after which a draft is kept. */
const PAUSE = 400;

const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("strideml") : undefined;

/** The draft of this tab survives a reload. */
const keepForReload = (draft: Draft): void => {
  try {
    sessionStorage.setItem(SESSION, JSON.stringify(draft));
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
    return typeof draft?.id === "string" && typeof draft.system?.name === "string" ? draft : undefined;
  } catch {
    return undefined;
  }
};

const isFull = (error: unknown) => error instanceof DOMException && error.name === "QuotaExceededError";

const keepNow = async (draft: Draft): Promise<void> => {
  try {
    const { revision } = store.get();
    const stored = await readRecent(draft.id);
    if (stored && stored.revision > revision) return store.set({ conflict: true });
    await writeRecent({ id: draft.id, name: draft.system.name, changed: Date.now(), revision: revision + 1, draft });
    store.set({ storage: "works", revision: revision + 1 });
    tabs?.postMessage({ id: draft.id, revision: revision + 1 });
  } catch (error) {
    store.set({ storage: isFull(error) ? "full" : "blocked" });
  }
};

let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps a draft for a reload and among the recent models, a moment after the last change: storing takes time from showing. */
export const keep = (draft: Draft): void => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    keepForReload(draft);
    void keepNow(draft);
  }, PAUSE);
};

// A reload or a closed tab does not wait for the moment to pass.
addEventListener("pagehide", () => {
  const { draft } = store.get();
  if (Object.keys(draft.profile).length > 0) keepForReload(draft);
});

/** Forgets what was to be kept, before a draft is deleted. */
export const stopKeeping = (): void => clearTimeout(timer);

/** Two tabs on one model: the other one's change is told, and nothing of either is lost. */
tabs?.addEventListener("message", ({ data }: MessageEvent<{ id: string; revision: number }>) => {
  const { draft, revision } = store.get();
  if (data.id === draft.id && data.revision > revision) store.set({ conflict: true });
});
