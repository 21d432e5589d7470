import { readYaml } from "@strideml/formats";
import type { ListedExample } from "./protocol.js";

const FILES = import.meta.glob<string>("../../../../examples/*.yaml", { query: "?raw", import: "default", eager: true });

const idOf = (path: string) => path.replace(/^.*\/|\.yaml$/g, "");

interface ExampleFile {
  system: { name: string; description?: string };
  profile: Record<string, string>;
}

/** The content of an example. */
export const readExample = (id: string): unknown => {
  const path = Object.keys(FILES).find((each) => idOf(each) === id);
  const source = readYaml(path === undefined ? "" : FILES[path]!, id);
  return source.ok ? source.value.value : undefined;
};

/** Every example system, sorted by name. */
export const listExamples = (): ListedExample[] =>
  Object.keys(FILES)
    .map((path) => {
      const { system, profile } = readExample(idOf(path)) as ExampleFile;
      return { id: idOf(path), name: system.name, description: system.description ?? "", profile };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
