// npm run figures: sizes and speed of the page. Figures, not a test.
import { join } from "node:path";
import { ROOT, bootstrap, build, run } from "./bootstrap.mjs";
import { ensureBrowser } from "./ensureBrowser.mjs";

bootstrap();
build("@strideml/web");
ensureBrowser();
process.exitCode = run(process.execPath, ["scripts/figures.mjs"], { cwd: join(ROOT, "apps/web") }) ? 0 : 1;
