import { expect, test } from "vitest";
import { addressOf } from "../src/index.js";

test.each([
  ["a DOI before all", { doi: "10.1145/1", arxiv: "1609.02943", url: "https://example.org" }, "https://doi.org/10.1145/1"],
  ["an arXiv id before an address", { arxiv: "1609.02943", url: "https://example.org" }, "https://arxiv.org/abs/1609.02943"],
  ["an address where there is nothing else", { url: "https://example.org" }, "https://example.org"],
  ["characters that no address has", { doi: "10.1002/a<b>\uD800" }, "https://doi.org/10.1002/a%3Cb%3E%EF%BF%BD"],
  ["nothing", {}, undefined],
])("%s", (_, reference, address) => expect(addressOf(reference)).toBe(address));
