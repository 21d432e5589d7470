/** Text from a file or a flag as a terminal may show it: control sequences and marks that turn its direction are replaced. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
