// Apart from the schema, which is checked by builds only: what every command runs must not carry it.

/** Answers that every choice question accepts: it was asked, and nobody knows yet. The same as no answer. */
export const UNKNOWN = "unknown";
