import { Id } from "@strideml/plugin-kit";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const OWN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** Words joined by hyphens, from any text; empty where it has no Latin letters or digits. */
const slug = (text: string): string =>
  text
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+/u, "")
    .slice(0, 60)
    .replace(/-+$/u, "");

/** Whether an id of the file can stay: it has our form and says more than a number made by a tool. */
const canStay = (id: string): boolean => id.length <= 60 && OWN.test(id) && !UUID.test(id);

/**
 * Gives out ids of our form, each once.
 * @param fallback for what has neither a usable id nor a name in Latin letters
 */
export const makeIds = (fallback: string): ((id: string | undefined, name: string | undefined, ours?: boolean) => string) => {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (id, name, ours = false) => {
    const stays = id !== undefined && (ours ? Id.safeParse(id).success : canStay(id));
    const base = (stays ? id : slug(name ?? "")) || fallback;
    let given = base;
    for (let number = next.get(base) ?? 2; taken.has(given); number++) {
      given = `${base}-${number}`;
      next.set(base, number + 1);
    }
    taken.add(given);
    return given;
  };
};
