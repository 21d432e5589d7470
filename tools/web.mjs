// npm run web: sets up, builds, and serves the page on this machine only.
import { join } from "node:path";
import { ROOT, bootstrap, build, run } from "./bootstrap.mjs";

console.log("Setting up (the first time takes about a minute) …");
bootstrap();
build("@strideml/web");
console.log("The same page is in apps/web/dist (for any static host) and in apps/web/dist-single/strideml.html (opens from a disk).");
run("vite", ["preview", "--host", "127.0.0.1"], { cwd: join(ROOT, "apps/web") });
