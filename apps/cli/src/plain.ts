/** Text from a file or a flag as a terminal may show it: control sequences, breaks of lines and marks that turn its direction are replaced. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, "\uFFFD");
