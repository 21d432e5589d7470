// The tests of Word documents and PDFs look at real pages: LibreOffice makes them, Poppler reads them. Those of the system
// are taken; on a Debian machine without them they are installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PROGRAMS = ["soffice", "pdftotext", "pdfinfo"];
const PACKAGES = ["libreoffice-writer-nogui", "poppler-utils", "fonts-liberation"];

const isThere = (program) => (process.env.PATH ?? "").split(":").some((folder) => existsSync(`${folder}/${program}`));

const asRoot = (command, args) => {
  const [program, ...rest] = process.getuid?.() === 0 ? [command, ...args] : ["sudo", "-n", command, ...args];
  return spawnSync(program, rest, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
};

/** Finds or installs LibreOffice Writer and Poppler. Says what to do where neither works; the tests then fail. */
export const ensureOffice = () => {
  if (!PROGRAMS.every(isThere) && existsSync("/usr/bin/apt-get")) {
    console.log("Installing LibreOffice Writer and Poppler for the tests of documents …");
    if (asRoot("apt-get", ["update", "-qq"])) asRoot("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES]);
  }
  const missing = PROGRAMS.filter((program) => !isThere(program));
  if (missing.length > 0) console.error(`not found: ${missing.join(", ")}; install LibreOffice Writer and Poppler (poppler-utils)`);
};
