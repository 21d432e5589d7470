import { type Result, failure, success } from "@strideml/plugin-kit";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { LIMITS } from "./limits.js";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";
import { unsafeTree } from "./unsafeTree.js";

const parser = (wholeParts: readonly string[]) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    stopNodes: [...wholeParts],
    maxNestedTags: LIMITS.depth,
  });

/**
 * Parses XML without ever expanding an entity; text keeps `&lt;` and the like, see `xmlText`.
 * @param wholeParts paths of elements, such as `Model.KnowledgeBase`, that are left unread
 * @returns elements by local name, attributes by `@` and local name, or why it is not read
 */
export const readXml = (text: string, file: string, wholeParts: readonly string[] = []): Result<unknown> => {
  const plain = readableText(text, file);
  if (!plain.ok) return plain;
  if (plain.value.length > LIMITS.xml) return refuse(file, "too-large", `has ${plain.value.length} characters of XML`, { expected: `at most ${LIMITS.xml}` });
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(plain.value))
    return refuse(file, "xml-doctype", "has a document type declaration", {
      expected: "XML without <!DOCTYPE",
      hint: "such a declaration can make a small file expand without end; it is never read",
    });
  try {
    const valid = XMLValidator.validate(plain.value);
    if (valid !== true) return refuse(file, "xml", "is not well-formed XML", { line: valid.err.line, column: valid.err.col });
    const value: unknown = parser(wholeParts).parse(plain.value);
    const unsafe = unsafeTree(value);
    return unsafe ? failure([{ ...unsafe, file }]) : success(value);
  } catch (error) {
    const nested = (error as Error).message.includes("nested");
    return refuse(file, "xml", nested ? `is nested deeper than ${LIMITS.depth} levels` : "cannot be read as XML");
  }
};
