const NAME = "strideml";
const VERSION = 2;

/** What is kept in the browser: models that were worked on, and packs that were dropped. */
export const TABLES = { models: "id", packs: "name" } as const;
type Table = keyof typeof TABLES;

const open = (): Promise<IDBDatabase> =>
  new Promise((done, fail) => {
    const request = indexedDB.open(NAME, VERSION);
    request.addEventListener("upgradeneeded", () => {
      for (const [name, keyPath] of Object.entries(TABLES)) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath });
    });
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error ?? new Error("blocked")));
    request.addEventListener("blocked", () => fail(new Error("blocked")));
  });

/** Does one thing with one table. Rejects where the browser keeps nothing, or has no space. */
export const withTable = async <T>(table: Table, mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await open();
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = database.transaction(table, mode);
      const request = work(transaction.objectStore(table));
      transaction.addEventListener("complete", () => done(request.result));
      transaction.addEventListener("abort", () => fail(transaction.error ?? new Error("aborted")));
      transaction.addEventListener("error", () => fail(transaction.error ?? new Error("failed")));
    });
  } finally {
    database.close();
  }
};
