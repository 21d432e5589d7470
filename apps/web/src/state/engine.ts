import type { PlacedProblem } from "@strideml/plugin-kit";
import { type Client, createClient } from "../engine/client.js";
import { store } from "./app.js";

let client: Client | undefined;

/** The engine, started on first use. */
export const engine = (): Client => (client ??= createClient());

/** Tells something in place. */
export const tell = (text: string, kind: "info" | "error" = "info", problems?: PlacedProblem[], files = false): void =>
  store.set({ notice: { kind, text, files, ...(problems && { problems }) } });
