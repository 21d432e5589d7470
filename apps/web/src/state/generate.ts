import type { ThreatModel } from "@strideml/plugin-kit";
import { profileNames, store } from "./app.js";
import { type Draft, isComplete, toSystem } from "./Draft.js";
import { engine } from "./engine.js";
import { keepBaselineForReload } from "./keep.js";

let running: Promise<void> | undefined;
let wanted: Draft | undefined;

const generateOnce = async (draft: Draft): Promise<void> => {
  const result = await engine().call("generate", toSystem(draft), draft.date || undefined);
  // Overtaken by a later change: its result comes next.
  if (wanted) return;
  if (!result.ok) return store.set({ model: undefined, busy: false, notice: { kind: "error", text: store.get().words.notices.notGenerated, problems: result.problems } });
  const { reference } = store.get();
  if (!reference) keepBaselineForReload(draft);
  store.set({ model: result.value, decided: draft.decisions.mitigations, busy: false, reference: reference ?? { name: "", model: result.value } });
};

const generateWanted = async (): Promise<void> => {
  try {
    while (wanted) {
      const next: Draft = wanted;
      wanted = undefined;
      await generateOnce(next);
    }
  } catch (error) {
    store.set({ broken: (error as Error).message, busy: false });
  } finally {
    running = undefined;
  }
};

/** Makes the threat model of the draft; of several changes in a row only the last is waited for. */
const generate = (draft: Draft): void => {
  wanted = draft;
  running ??= generateWanted();
};

/** The threat model that is shown, when it has caught up with the draft: a document must have what was just entered. */
export const caughtUp = async (): Promise<ThreatModel | undefined> => {
  await running;
  const { saved, model } = store.get();
  return saved ?? model;
};

/** Makes the threat model follow the draft. */
export const refresh = (draft: Draft): void => {
  const { catalogue } = store.get();
  if (!catalogue) return;
  if (!isComplete(draft, profileNames(catalogue))) return store.set({ model: undefined, busy: false });
  store.set({ busy: true });
  generate(draft);
};
