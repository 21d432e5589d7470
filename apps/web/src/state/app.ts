import type { PlacedProblem, ThreatModel } from "@strideml/plugin-kit";
import type { Catalogue, ListedPack, Opened } from "../engine/protocol.js";
import type { Locale } from "../i18n/index.js";
import type { Words } from "../i18n/Words.js";
import { en } from "../i18n/en.js";
import { createStore } from "./createStore.js";
import { blankDraft, type Draft } from "./Draft.js";
import { parseRoute, type Route } from "./route.js";

/** Something to be told, in place; it stays until it is closed or overtaken. */
export interface Notice {
  kind: "info" | "error";
  text: string;
  /** Each on a line of its own. */
  problems?: PlacedProblem[];
  /** Whether the problems are in several files, so that each names its own. */
  files?: boolean;
}

/** The model that the present one is compared with. */
export interface Reference {
  name: string;
  model: ThreatModel;
}

/** What was read out of a file of another tool, to be looked at before going on. */
export type ImportedFile = { name: string } & Pick<Extract<Opened, { kind: "imported" }>, "title" | "answers" | "losses">;

export interface State {
  route: Route;
  locale: Locale;
  words: Words;
  catalogue: Catalogue | undefined;
  draft: Draft;
  past: Draft[];
  future: Draft[];
  /** The threat model of the draft; undefined while the four answers are not complete. */
  model: ThreatModel | undefined;
  /** The decisions that the model was made with. */
  decided: Draft["decisions"]["mitigations"] | undefined;
  /** A saved model that is looked at as it is; answers are not editable then. */
  saved: ThreatModel | undefined;
  reference: Reference | undefined;
  /** Whether the model shown is not yet that of the draft. */
  busy: boolean;
  notice: Notice | undefined;
  /** Whether the browser lets us keep recent models. */
  storage: "works" | "blocked" | "full";
  /** Revision of the draft that was last stored; another tab may have stored a later one. */
  revision: number;
  conflict: boolean;
  /** Packs in use, and those that were set aside. */
  packs: ListedPack[];
  imported: ImportedFile | undefined;
  /** The engine could not be started: nothing works without it. */
  broken: string | undefined;
}

/** Everything that the page shows follows from this. */
export const store = createStore<State>({
  route: parseRoute(location.hash),
  locale: "en",
  words: en,
  catalogue: undefined,
  draft: blankDraft(""),
  past: [],
  future: [],
  model: undefined,
  decided: undefined,
  saved: undefined,
  reference: undefined,
  busy: false,
  notice: undefined,
  storage: "works",
  revision: 0,
  conflict: false,
  packs: [],
  imported: undefined,
  broken: undefined,
});

/** Ids of the four questions' answers: `modelType` and so on. */
export const profileNames = (catalogue: Catalogue | undefined): string[] =>
  (catalogue?.questions ?? []).filter(({ id }) => id.startsWith("profile.")).map(({ id }) => id.slice("profile.".length));
