import type { PackSource } from "../engine/protocol.js";
import { LARGEST_PACK } from "../files/packFromDrop.js";
import { store } from "./app.js";
import { engine, readCatalogue, tell } from "./engine.js";
import { refresh } from "./generate.js";
import { forgetPack, keepPack, keptPacks, packSources, setPackSources } from "./packs.js";

/** What is listed and shown follows the packs in use. */
const renew = async (): Promise<void> => {
  await readCatalogue();
  refresh(store.get().draft);
};

/** Puts a pack in use, in place of one of the same name; one that is not sound is told and changes nothing. */
export const addPack = async (source: PackSource): Promise<boolean> => {
  const before = packSources();
  const next = [...before.filter(({ name }) => name !== source.name), source];
  const packs = await engine().call("usePacks", next);
  const { words } = store.get();
  const problems = packs.find((pack) => pack.source === source.name)?.problems ?? [];
  if (problems.length > 0) {
    await engine().call("usePacks", before);
    tell(words.notices.notOpened(source.name), "error", problems, source.files.length > 1);
    return false;
  }
  setPackSources(next);
  store.set({ packs });
  await keepPack(source);
  await renew();
  tell(words.packs.added(packs.find((pack) => pack.source === source.name)!.name));
  return true;
};

export const removePack = async (source: string): Promise<void> => {
  const next = packSources().filter(({ name }) => name !== source);
  setPackSources(next);
  store.set({ packs: await engine().call("usePacks", next) });
  await forgetPack(source);
  await renew();
};

/** Packs from earlier visits. One that no longer fits is set aside and listed with its problems, never deleted. */
export const usePacksKept = async (): Promise<void> => {
  const kept = await keptPacks();
  if (kept.length === 0) return;
  const packs = await engine().call("usePacks", kept);
  setPackSources(kept);
  store.set({ packs });
  await readCatalogue();
  const aside = packs.filter(({ problems }) => problems.length > 0);
  if (aside.length > 0) {
    const { words } = store.get();
    tell(
      words.packs.setAside(aside.map(({ name }) => name).join(", ")),
      "error",
      aside.flatMap(({ problems }) => problems),
      true,
    );
  }
};

/** A folder that was dropped or chosen, as a pack. */
export const openFolder = async (name: string, read: Promise<PackSource | undefined>): Promise<void> => {
  const { words } = store.get();
  try {
    const source = await read;
    if (source) await addPack(source);
    else tell(words.notices.tooLarge(name, LARGEST_PACK / 1024 / 1024), "error");
  } catch {
    tell(words.notices.notRead(name), "error");
  }
};
