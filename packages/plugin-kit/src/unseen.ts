/**
 * Characters that hide, or hide others: controls with tabs and breaks of lines; halves of surrogate pairs and what is no
 * character; marks that turn the direction of text or take no room in it; tags, which carry text that nobody sees.
 * Not the two that join and part letters (U+200C, U+200D): Persian, Hindi and emoji are written with them.
 */
export const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB\u{E0000}-\u{E007F}]|\p{Noncharacter_Code_Point}/gu;

/**
 * A text in which nothing hides.
 * @param kept of the characters that hide, those that may stay, such as the breaks of lines
 * @param mark what is shown in place of the others
 */
export const withoutUnseen = (text: string, kept = "", mark = "\uFFFD"): string => text.replace(UNSEEN, (character) => (kept.includes(character) ? character : mark));
