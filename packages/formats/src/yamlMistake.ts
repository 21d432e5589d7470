import type { PlacedProblem } from "@strideml/plugin-kit";
import type { YAMLError } from "yaml";

type Words = Pick<PlacedProblem, "message" | "expected" | "hint">;

const QUOTE = "put text with signs of YAML in it in quotes";
const CLOSE = "close it, and separate its entries by commas";

/** Signs that are missing, by what the library says of them: it has one code for many. */
const MISSING: [RegExp, Words][] = [
  [/closing .quote/, { message: "a quotation mark is not closed" }],
  [/end with a ([\]}])/, { message: "a bracket is not closed", hint: CLOSE }],
  [/followed by map values/, { message: "this is neither a key with its colon nor a part of a list", expected: "key: value" }],
  [/Missing , /, { message: "a comma is missing", hint: CLOSE }],
  [/directives-end/, { message: "the lines that begin with % are not ended", expected: "a line of --- after them" }],
];

const WORDS: Partial<Record<YAMLError["code"], Words>> = {
  ALIAS_PROPS: { message: "an alias (*) can have neither an anchor (&) nor a tag (!)" },
  BAD_ALIAS: { message: "an alias (*) lacks the name of its anchor", hint: QUOTE },
  BAD_DIRECTIVE: { message: "a line that begins with % is no text", hint: QUOTE },
  BAD_DQ_ESCAPE: { message: "this backslash begins nothing that YAML knows", hint: "write two of them, or use single quotes" },
  BAD_INDENT: { message: "is indented by too much or too little", hint: "give all keys of a mapping the same indentation" },
  BAD_SCALAR_START: { message: "text may not begin with this sign", hint: "put it in quotes" },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a further key begins where a value ended",
    hint: "put text that has a colon and a space in it in quotes; give all keys of a mapping the same indentation",
  },
  BLOCK_IN_FLOW: { message: "a list or mapping of lines cannot stand in brackets", hint: CLOSE },
  KEY_OVER_1024_CHARS: { message: "the key is longer than 1024 characters" },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key goes on over several lines",
    expected: "key: value",
    hint: "look for a colon that is missing, and for lines that are indented differently",
  },
  MULTIPLE_ANCHORS: { message: "has several anchors (&)", expected: "at most one" },
  MULTIPLE_DOCS: { message: "holds several YAML documents", expected: "one document", hint: "take out what begins with this ---" },
  MULTIPLE_TAGS: { message: "has several tags (!)", expected: "at most one" },
  RESOURCE_EXHAUSTION: { message: "is nested too deeply to be read" },
  TAB_AS_INDENT: { message: "a tab stands where YAML wants spaces", hint: "indent with spaces" },
  TAG_RESOLVE_FAILED: { message: "has a tag that is not known", hint: "take the tag (!...) out" },
};

/** A syntax error in our words: the library's name its own functions, or repeat the text, which may be long and hostile. */
export const yamlMistake = ({ code, message }: Pick<YAMLError, "code" | "message">): Words =>
  MISSING.find(([pattern]) => pattern.test(message))?.[1] ?? WORDS[code] ?? { message: "is not YAML from here on", hint: QUOTE };
