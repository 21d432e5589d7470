#!/usr/bin/env node
"use strict";
// Loads the bundles with the compiled code that the build left beside them, which halves the time to start. Code compiled by
// another version of Node is refused by V8 itself, and the bundle is then compiled as usual.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

// The build asks for the code that typical runs compiled (scripts/write-code-cache.mjs).
const wanted = process.env.STRIDEML_WRITE_CODE_CACHE?.split(",") ?? [];
const loaded = new Map();

/** Runs a bundle as CommonJS would, and gives what it exports. Bundles without compiled code are left to Node. */
const load = (name) => {
  if (loaded.has(name)) return loaded.get(name).exports;
  const filename = join(__dirname, "../dist", `${name}.js`);
  const cache = join(__dirname, "../dist", `${name}.cache`);
  const native = createRequire(filename);
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  if (cachedData === undefined && name !== "main" && !wanted.includes(name)) return native(filename);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "latin1")}\n})`, { filename, cachedData });
  const module = { exports: {} };
  loaded.set(name, module);
  const find = (id) => (id.startsWith("./lazy/") ? load(id.slice(2, -3)) : native(id));
  script.runInThisContext()(module.exports, find, module, filename, dirname(filename));
  if (wanted.includes(name)) process.on("exit", () => writeFileSync(cache, script.createCachedData()));
  return module.exports;
};

load("main");
