// Reads the names that a template may use out of View.ts, so that they are written once. The file keeps to a small part of
// TypeScript: interfaces of strings, booleans, other interfaces, objects written out, and lists of these.
import { readFileSync } from "node:fs";

const tokensOf = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^import.*$/gm, "")
    .match(/[A-Za-z_]\w*|\[\]|[{}:;|]/g);

export const readShapes = (file) => {
  const tokens = tokensOf(readFileSync(file, "utf8"));
  let at = 0;
  const take = (wanted) => {
    const token = tokens[at++];
    if (wanted !== undefined && token !== wanted) throw new Error(`View.ts: expected ${wanted}, got ${token}`);
    return token;
  };
  const type = () => {
    let shape = tokens[at] === "{" ? { object: members() } : named(take());
    while (tokens[at] === "[]") {
      take();
      shape = { list: shape };
    }
    return shape;
  };
  const named = (name) => (name === "string" ? "text" : name === "boolean" ? "flag" : { name });
  const members = () => {
    const found = {};
    take("{");
    while (tokens[at] !== "}") {
      const key = take();
      take(":");
      found[key] = type();
      if (tokens[at] === ";") take();
    }
    take("}");
    return found;
  };
  const interfaces = {};
  while (at < tokens.length) {
    take("export");
    take("interface");
    const name = take();
    const base = tokens[at] === "extends" ? (take(), take()) : undefined;
    interfaces[name] = { base, members: members() };
  }
  const resolve = (shape) => {
    if (typeof shape === "string") return shape;
    if (shape.list) return { list: resolve(shape.list) };
    const own = shape.object ?? all(shape.name);
    return { object: Object.fromEntries(Object.entries(own).map(([key, value]) => [key, resolve(value)])) };
  };
  const all = (name) => {
    if (!interfaces[name]) throw new Error(`View.ts: no interface ${name}`);
    const { base, members: own } = interfaces[name];
    return { ...(base ? all(base) : {}), ...own };
  };
  return resolve({ name: "View" });
};
