import { withoutUnseen } from "@strideml/plugin-kit";

/** Text from a file or a flag as a terminal may show it: control sequences, breaks of lines and marks that turn its direction are replaced. */
export const plain = (text: string): string => withoutUnseen(text);
