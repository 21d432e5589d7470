import { type Document, isMap, isSeq, parseDocument } from "yaml";

/** One value to be put at a path, or into the entry of a list whose `id` is given. */
export interface Edit {
  path: readonly string[];
  /** Where the path leads to a list of entries with ids: the entry that is meant; it is added where it is missing. */
  id?: string;
  value: unknown;
}

const listAt = (document: Document, path: readonly string[]) => {
  const node = document.getIn(path, true);
  if (isSeq(node)) {
    // An empty list is written as []; entries read better one a line.
    if (node.items.length === 0) node.flow = false;
    return node;
  }
  const list = document.createNode([]);
  document.setIn(path, list);
  return list;
};

const putEntry = (document: Document, { path, id, value }: Edit): void => {
  const list = listAt(document, path);
  const known = list.items.find((item) => isMap(item) && item.get("id") === id);
  if (!isMap(known)) return void list.items.push(document.createNode({ id, ...(value as object) }));
  for (const [key, each] of Object.entries(value as object)) known.set(key, each);
};

/**
 * Changes values in a YAML text and leaves everything else as it stands, comments and order included.
 * @param text YAML that parses without errors
 */
export const editYaml = (text: string, edits: readonly Edit[]): string => {
  const document = parseDocument(text);
  for (const edit of edits) {
    if (edit.id === undefined) document.setIn(edit.path, document.createNode(edit.value));
    else putEntry(document, edit);
  }
  return document.toString({ lineWidth: 0 });
};
