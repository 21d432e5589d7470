import { withTable } from "./database.js";
import type { Draft } from "./Draft.js";

/** A model that was worked on here, with the number of its revision. */
export interface Recent {
  id: string;
  name: string;
  /** When it was last changed, in milliseconds since 1970. */
  changed: number;
  revision: number;
  draft: Draft;
}

const run = <T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> => withTable("models", mode, work);

/** All recent models, latest first. */
export const listRecent = async (): Promise<Recent[]> => {
  const all = await run<Recent[]>("readonly", (table) => table.getAll());
  return all.sort((a, b) => b.changed - a.changed);
};

export const readRecent = (id: string): Promise<Recent | undefined> => run("readonly", (table) => table.get(id) as IDBRequest<Recent | undefined>);

export const writeRecent = (recent: Recent): Promise<IDBValidKey> => run("readwrite", (table) => table.put(recent));

export const deleteRecent = (id: string): Promise<undefined> => run("readwrite", (table) => table.delete(id));

export const clearRecent = (): Promise<undefined> => run("readwrite", (table) => table.clear());
