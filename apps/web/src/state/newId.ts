/** A name that no other draft has. `randomUUID` would do, but browsers keep it from pages that came over plain HTTP, as on a company's own host. */
export const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
