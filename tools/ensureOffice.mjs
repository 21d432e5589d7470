// The tests of Word documents, PDFs and spreadsheets look at what people see: LibreOffice opens them, Poppler reads pages.
// Those of the system are taken; on a Debian machine without them they are installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PROGRAMS = ["soffice", "pdftotext", "pdfinfo"];
const PACKAGES = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils", "fonts-liberation"];
/** Calc is no program of its own; this part of it is. Elsewhere than on Debian the whole suite is installed at once. */
const CALC = "/usr/lib/libreoffice/program/libsclo.so";

const isThere = (program) => (process.env.PATH ?? "").split(":").some((folder) => existsSync(`${folder}/${program}`));

const asRoot = (command, args) => {
  const [program, ...rest] = process.getuid?.() === 0 ? [command, ...args] : ["sudo", "-n", command, ...args];
  return spawnSync(program, rest, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
};

/** Finds or installs LibreOffice Writer and Poppler. Says what to do where neither works; the tests then fail. */
export const ensureOffice = () => {
  if (!(PROGRAMS.every(isThere) && existsSync(CALC)) && existsSync("/usr/bin/apt-get")) {
    console.log("Installing LibreOffice and Poppler for the tests of documents …");
    if (asRoot("apt-get", ["update", "-qq"])) asRoot("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES]);
  }
  const missing = PROGRAMS.filter((program) => !isThere(program));
  if (missing.length > 0) console.error(`not found: ${missing.join(", ")}; install LibreOffice and Poppler (poppler-utils)`);
};
