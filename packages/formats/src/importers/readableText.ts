import { type Result, success } from "@strideml/plugin-kit";
import { LIMITS } from "./limits.js";
import { refuse } from "./refuse.js";

/** The text without a byte-order mark, or why it is not read: it is empty or longer than 50 MB. */
export const readableText = (text: string, file: string): Result<string> => {
  if (text.length > LIMITS.text)
    return refuse(file, "too-large", `has ${text.length} characters`, { expected: `at most ${LIMITS.text}`, hint: "export a single model, without pictures" });
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return plain.trim() === "" ? refuse(file, "empty", "is empty") : success(plain);
};
