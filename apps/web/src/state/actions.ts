import type { Result, ThreatModel } from "@strideml/plugin-kit";
import type { Opened } from "../engine/protocol.js";
import { profileNames, store } from "./app.js";
import { blankDraft, completed, type Draft, fromSystem, isComplete, toSystem } from "./Draft.js";
import { engine, readCatalogue, tell } from "./engine.js";
import { refresh } from "./generate.js";
import { baselineBeforeReload, draftBeforeReload, keep, keepBaselineForReload, keepForReload, keepSavedForReload, keepWaiting, savedBeforeReload, sinceReload } from "./keep.js";
import { newId } from "./newId.js";
import { addPack, usePacksKept } from "./packActions.js";
import { readRecent } from "./recent.js";
import { goTo } from "./route.js";
import { isShared, readShared } from "./share.js";

export { engine, tell };

/** Steps that can be taken back. */
const MOST_STEPS = 100;

/** Largest file that is read, in bytes. */
const LARGEST = 20 * 1024 * 1024;

const show = (draft: Draft, history: { past: Draft[]; future: Draft[] }): void => {
  const isOther = draft.id !== store.get().draft.id;
  store.set({ draft, saved: undefined, ...(isOther && { model: undefined, reference: undefined, revision: 0 }), ...history });
  refresh(draft);
  keep(draft);
};

/** Changes the draft; the change can be taken back. */
export const change = (edit: (draft: Draft) => Draft): void => {
  const { draft, past } = store.get();
  show(edit(draft), { past: [...past, draft].slice(-MOST_STEPS), future: [] });
};

export const undo = (): void => {
  const { draft, past, future } = store.get();
  const last = past.at(-1);
  if (last) show(last, { past: past.slice(0, -1), future: [draft, ...future] });
};

export const redo = (): void => {
  const { draft, past, future } = store.get();
  const [next, ...rest] = future;
  if (next) show(next, { past: [...past, draft], future: rest });
};

/** Puts another model in the place of the present one, which stays among the recent; where the browser keeps none, it can be had back by undoing. */
const putInPlace = (draft: Draft, revision: number): void => {
  keepSavedForReload();
  const { draft: left, past: before, storage } = store.get();
  const isLost = storage !== "works" && Object.keys(left.profile).length > 0;
  const past = isLost ? [...before, left].slice(-MOST_STEPS) : [];
  store.set({ draft, past, future: [], model: undefined, saved: undefined, reference: undefined, notice: undefined, conflict: false, revision });
  refresh(draft);
};

const replace = (draft: Draft): void => {
  putInPlace(draft, 0);
  keep(draft);
};

export const startBlank = (): void => {
  replace(blankDraft(newId()));
  goTo(["question", "1"]);
};

export const openExample = async (id: string): Promise<void> => {
  replace(fromSystem(newId(), await engine().call("openExample", id)));
  goTo(["result", "overview"]);
};

export const openRecent = async (id: string): Promise<void> => {
  await keepWaiting();
  const recent = await readRecent(id);
  if (!recent) return tell(store.get().words.notices.gone, "error");
  // Opening is no change: another tab with this model must not be told of one.
  const draft = completed(recent.draft);
  putInPlace(draft, recent.revision);
  keepForReload(draft);
  goTo(isComplete(draft, profileNames(store.get().catalogue)) ? ["result", "overview"] : ["question", "1"]);
};

const lookAt = (model: ThreatModel, name: string): void => {
  store.set({ saved: model, reference: { name, model } });
  tell(store.get().words.notices.savedDiffers);
};

const openSaved = (opened: Extract<Opened, { kind: "model" }>, text: string, name: string): void => {
  replace(fromSystem(newId(), opened.system));
  if (opened.differs) {
    keepSavedForReload({ name, text });
    lookAt(opened.saved, name);
  }
  goTo(["result", "overview"]);
};

/** Whether a model is still the one that is shown: somebody may have opened another while something was awaited. */
const isShown = ({ id }: Draft): boolean => store.get().draft.id === id;

/** What changes were compared with before a reload is made again. */
const compareAgain = async (present: Draft): Promise<void> => {
  const baseline = baselineBeforeReload(present);
  const made = baseline && (await engine().call("generate", toSystem(baseline), baseline.date || undefined));
  if (made?.ok && isShown(present)) store.set({ reference: { name: "", model: made.value } });
};

/** A saved model that was looked at before a reload is looked at again. */
const lookAgain = async (present: Draft): Promise<void> => {
  const file = savedBeforeReload();
  const opened = file && (await engine().call("open", file.text, file.name));
  if (opened?.ok && opened.value.kind === "model" && opened.value.differs && isShown(present)) lookAt(opened.value.saved, file!.name);
};

/** Opens the text of a file. The present model is left alone where it cannot be read. */
export const openText = async (text: string, name: string): Promise<boolean> => {
  const { words } = store.get();
  const result = await engine().call("open", text, name);
  if (!result.ok) {
    tell(words.notices.notOpened(name), "error", result.problems);
    return false;
  }
  const opened = result.value;
  if (opened.kind === "pack") return addPack(opened.source);
  if (opened.kind === "imported") {
    replace(fromSystem(newId(), opened.system));
    store.set({ imported: { name, title: opened.title, answers: opened.answers, losses: opened.losses } });
    goTo(["imported"]);
  } else if (opened.kind === "model") openSaved(opened, text, name);
  else {
    replace(fromSystem(newId(), opened.system));
    goTo(["result", "overview"]);
  }
  return true;
};

const readFile = async (file: File): Promise<string | undefined> => {
  const { words } = store.get();
  if (file.size > LARGEST) {
    tell(words.notices.tooLarge(file.name, LARGEST / 1024 / 1024), "error");
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    tell(error instanceof TypeError ? words.notices.notText(file.name) : words.notices.notRead(file.name), "error");
    return undefined;
  }
};

export const openFile = async (file: File): Promise<void> => {
  const text = await readFile(file);
  if (text !== undefined) await openText(text, file.name);
};

/** A file as the model that the present one is compared with. */
export const compareWithFile = async (file: File): Promise<void> => {
  const text = await readFile(file);
  if (text === undefined) return;
  const opened = await engine().call("open", text, file.name);
  if (!opened.ok) return tell(store.get().words.notices.notOpened(file.name), "error", opened.problems);
  if (opened.value.kind === "pack") return tell(store.get().words.notices.notAModel(file.name), "error");
  const made = opened.value.kind === "model" ? { ok: true as const, value: opened.value.saved } : await modelOf(opened.value);
  if (!made.ok) return tell(store.get().words.notices.notCompared(file.name), "error", made.problems);
  store.set({ reference: { name: file.name, model: made.value } });
  keepBaselineForReload();
};

const modelOf = ({ system }: Extract<Opened, { kind: "system" | "imported" }>): Promise<Result<ThreatModel>> =>
  engine().call("generate", system, store.get().draft.date || undefined);

/** The model as it is now becomes the one that later changes are compared with. */
export const compareFromHere = (): void => {
  const { model, draft } = store.get();
  if (!model) return;
  store.set({ reference: { name: "", model } });
  keepBaselineForReload(draft);
};

/** Leaves the saved model and shows what today's knowledge makes of its system. */
export const leaveSaved = (): void => {
  keepSavedForReload();
  store.set({ saved: undefined, notice: undefined });
};

/** Another tab changed this model: this tab's draft goes on as a model of its own. */
export const keepAsCopy = (): void => {
  const { draft } = store.get();
  const copy = { ...draft, id: newId() };
  store.set({ draft: copy, conflict: false, revision: 0 });
  keep(copy);
};

/** Another tab changed this model: its version is taken. */
export const takeTheirs = async (): Promise<void> => openRecent(store.get().draft.id);

const openShared = async (hash: string): Promise<boolean> => {
  const { words } = store.get();
  const shared = await readShared(hash);
  history.replaceState(null, "", "#/");
  if (!shared.ok) {
    tell(shared.why === "newer" ? words.notices.linkNewer : words.notices.linkDamaged, "error");
    return false;
  }
  const checked = await engine().call("check", shared.value);
  if (!checked.ok) {
    tell(words.notices.linkDamaged, "error", checked.problems);
    return false;
  }
  replace(fromSystem(newId(), checked.value));
  goTo(["result", ...shared.part]);
  return true;
};

/** Opens a shared link that somebody pasted into the address of a page that is open already. */
export const followAddress = (): void => {
  if (isShared(location.hash)) void openShared(location.hash);
};

/** Starts the page: the draft from before a reload, then the engine, then what the address carries. */
export const start = async (): Promise<void> => {
  const draft = draftBeforeReload();
  if (draft) store.set({ draft });
  else store.set({ draft: blankDraft(newId()) });
  try {
    await readCatalogue();
    await usePacksKept();
  } catch (error) {
    return store.set({ broken: (error as Error).message });
  }
  if (isShared(location.hash) && (await openShared(location.hash))) return;
  const { draft: present } = store.get();
  const since = await sinceReload(present);
  if (!isShown(present)) return;
  store.set(since);
  await compareAgain(present);
  await lookAgain(present);
  if (isShown(present)) refresh(store.get().draft);
};
