// npm run build: sets up and builds everything; the page for static hosts is then in apps/web/dist.
import { bootstrap, build } from "./bootstrap.mjs";

bootstrap();
build();
console.log("built; the page for any static host is apps/web/dist, the one that opens from a disk is apps/web/dist-single/strideml.html");
