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

const NAME = "strideml";
const TABLE = "models";

const open = (): Promise<IDBDatabase> =>
  new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(TABLE, { keyPath: "id" }));
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error("blocked")));
    request.addEventListener("blocked", () => fail(new Error("blocked")));
  });

const run = async <T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await open();
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = database.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      transaction.addEventListener("complete", () => done(request.result));
      transaction.addEventListener("abort", () => fail(transaction.error ?? new Error("aborted")));
      transaction.addEventListener("error", () => fail(transaction.error ?? new Error("failed")));
    });
  } finally {
    database.close();
  }
};

/** All recent models, latest first. */
export const listRecent = async (): Promise<Recent[]> => {
  const all = await run<Recent[]>("readonly", (table) => table.getAll());
  return all.sort((a, b) => b.changed - a.changed);
};

export const readRecent = (id: string): Promise<Recent | undefined> => run("readonly", (table) => table.get(id) as IDBRequest<Recent | undefined>);

export const writeRecent = (recent: Recent): Promise<IDBValidKey> => run("readwrite", (table) => table.put(recent));

export const deleteRecent = (id: string): Promise<undefined> => run("readwrite", (table) => table.delete(id));

export const clearRecent = (): Promise<undefined> => run("readwrite", (table) => table.clear());
