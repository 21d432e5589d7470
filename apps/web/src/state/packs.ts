import type { PackSource } from "../engine/protocol.js";
import { store } from "./app.js";
import { withTable } from "./database.js";

/** The packs in use, as they were dropped: every engine that is started gets them. */
let sources: readonly PackSource[] = [];

export const packSources = (): PackSource[] => [...sources];

export const setPackSources = (next: readonly PackSource[]): void => {
  sources = next;
};

/** The packs that this browser remembers; none where it keeps nothing. */
export const keptPacks = (): Promise<PackSource[]> => withTable<PackSource[]>("packs", "readonly", (table) => table.getAll()).catch(() => []);

/** Remembers a pack; where that cannot be done it is in use until the page is closed, and the page says so. */
export const keepPack = async (source: PackSource): Promise<void> => {
  try {
    await withTable("packs", "readwrite", (table) => table.put(source));
  } catch (error) {
    store.set({ storage: error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked" });
  }
};

export const forgetPack = async (name: string): Promise<void> => {
  await withTable("packs", "readwrite", (table) => table.delete(name)).catch(() => undefined);
};
