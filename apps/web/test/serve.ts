import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** What is deployed on the host: another folder is another version of the site. */
interface Host {
  url: string;
  server: Server;
  deploy: (folder: string) => void;
  close: () => Promise<void>;
}

/**
 * Serves a folder as a plain static host does, on the loopback interface only.
 * @param base the sub-path that it is under
 * @param headers of every answer
 */
export const serve = async (deployed: string, base = "/tools/strideml/", headers: Record<string, string> = {}): Promise<Host> => {
  let folder = deployed;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    const file = join(folder, inside === "." || inside === "" ? "index.html" : inside);
    if (inside.startsWith("..") || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  const deploy = (other: string) => {
    folder = other;
  };
  return { url: `http://127.0.0.1:${port}${base}`, close, server, deploy };
};
