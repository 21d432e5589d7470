import type { PlacedProblem } from "@strideml/plugin-kit";
import { type Client, createClient } from "../engine/client.js";
import { store } from "./app.js";

let client: Client | undefined;

/** The engine, started on first use. */
export const engine = (): Client => (client ??= createClient());

/** Tells something in place. */
export const tell = (text: string, kind: "info" | "error" = "info", problems?: PlacedProblem[], files = false): void =>
  store.set({ notice: { kind, text, files, ...(problems && { problems }) } });

/** Takes in what the page lists, as it is with the packs in use. */
export const readCatalogue = async (): Promise<void> => {
  const { call } = engine();
  const [questions, mitigations, frameworks, questionnaires, templates, formats] = await Promise.all([
    call("questions"),
    call("mitigations"),
    call("frameworks"),
    call("questionnaires"),
    call("templates"),
    call("formats"),
  ]);
  store.set({ catalogue: { questions, mitigations, frameworks, questionnaires, templates, formats } });
};
