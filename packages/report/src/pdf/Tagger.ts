import type { Inline, PageItem, PdfKitDocument, StructureElement, TextOptions } from "./PdfKit.js";
import type { Tag } from "./Tag.js";

/** Words of one link on one line. */
interface LinkArea {
  tag: Tag;
  inline: Inline;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is open on the page: content of a tag, or what is no content (rules, footers, repeated headers). */
type Open = Tag | "Layout" | "Pagination" | undefined;

/**
 * Writes the structure of a document while pdfmake draws it, which pdfmake itself does not: every word and figure is
 * marked as content of its tag, everything else as an artifact. Source: ISO 32000-1, 14.6 to 14.8.
 */
export class Tagger {
  readonly #doc: PdfKitDocument;
  readonly #root: Tag;
  readonly #elements = new Map<Tag, StructureElement>();
  /** The page on which a header cell was first written; it is repeated on others. */
  readonly #firstPage = new Map<Tag, number>();
  #page = -1;
  #item = 0;
  #word = 0;
  #open: Open;
  #link: LinkArea | undefined;

  constructor(doc: PdfKitDocument, root: Tag) {
    this.#doc = doc;
    this.#root = root;
    this.#create(root);
    doc.on("pageAdded", () => {
      this.#page += 1;
      this.#item = -1;
      this.next();
    });
    const write = doc.text.bind(doc);
    doc.text = (text, x, y, options) => {
      this.#beforeWord(x, y, options);
      return write(text, x, y, options);
    };
  }

  #create(tag: Tag): StructureElement {
    const element = this.#doc.struct(tag.type, {
      ...(tag.type !== "Link" && tag.alternative !== undefined && { alt: tag.alternative }),
      ...(tag.type === "TH" && { scope: "Column" }),
    });
    this.#elements.set(tag, element);
    for (const child of tag.children) element.add(this.#create(child));
    return element;
  }

  /** Links stand among the words of what they are in, so they get their place when they are written. */
  #element(tag: Tag): StructureElement {
    const known = this.#elements.get(tag);
    if (known) return known;
    const element = this.#create(tag);
    this.#elements.get(tag.parent!)!.add(element);
    return element;
  }

  #current(): PageItem | undefined {
    return this.#doc["_pdfMakePages"][this.#page]?.items[this.#item];
  }

  #switch(to: Open): void {
    if (this.#open === to) return;
    if (this.#open !== undefined) this.#doc.endMarkedContent();
    this.#open = to;
    if (to === undefined) return;
    if (typeof to === "string") this.#doc.markContent("Artifact", { type: to });
    else this.#element(to).add(this.#doc.markStructureContent(to.type));
  }

  #endLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (!link) return;
    const { inline, x, y, width, height, tag } = link;
    const options = { structParent: this.#element(tag), Contents: Object(tag.alternative ?? "") as object };
    if (inline.link) this.#doc.link(x, y, width, height, inline.link, options);
    else this.#doc.goTo(x, y, width, height, inline.linkToDestination!, options);
  }

  /** An element may refer to a link on its own page only, so a link that goes on over the page is ended with it. */
  #endPage(): void {
    this.#switch(undefined);
    for (const [tag, element] of this.#elements) {
      if (tag.type !== "Link") continue;
      element.end();
      this.#elements.delete(tag);
    }
  }

  /** pdfmake has drawn one thing and will now draw the next one. */
  next(): void {
    this.#endLink();
    this.#item += 1;
    this.#word = 0;
    const item = this.#current();
    if (!item) this.#endPage();
    else if (item.type !== "line") this.#switch(item.item.tag ?? "Layout");
    else if (item.item.inlines!.some((inline) => inline.background)) this.#switch("Layout");
  }

  #isRepeated(tag: Tag): boolean {
    if (tag.type !== "TH") return false;
    if (!this.#firstPage.has(tag)) this.#firstPage.set(tag, this.#page);
    return this.#firstPage.get(tag) !== this.#page;
  }

  #beforeWord(x: number, y: number, options: TextOptions): void {
    const inline = this.#current()?.item.inlines?.[this.#word];
    if (!inline) return;
    this.#word += 1;
    const { tag } = inline;
    if (this.#link?.tag !== tag) this.#endLink();
    this.#switch(!tag || this.#isRepeated(tag) ? "Pagination" : tag);
    if (tag?.type !== "Link") return;
    // One area for all words of a link on a line, in place of one for each.
    delete options.link;
    delete options.goTo;
    this.#link ??= { tag, inline, x, y, width: 0, height: this.#doc.currentLineHeight() };
    this.#link.width = x + options.textWidth - this.#link.x;
  }

  /** All pages are drawn: the structure is complete. */
  finish(): void {
    this.#doc.addStructure(this.#elements.get(this.#root)!);
  }
}
