// Keeps every file of this build, so that the page works offline after the first visit. It asks for nothing else.
const files = "FILES";
// Of this place only: the same host may have another copy elsewhere, and other pages beside this one.
const place = `strideml ${self.registration.scope} `;
const build = `${place}BUILD`;

// From the host, not from what the browser has kept by itself: an old page among new files would look for parts that are gone.
const keep = async () => (await caches.open(build)).addAll(files.map((file) => new Request(file, { cache: "reload" })));

// The next visit gets the new files, all of one build.
self.addEventListener("install", (event) => {
  event.waitUntil(keep());
  self.skipWaiting();
});

const formerBuilds = async () => (await caches.keys()).filter((name) => name.startsWith(place) && name !== build);

// Pages that are open go on with their own build, which may have parts that they have not needed yet: the one before is kept too.
const tidy = async () => {
  await Promise.all((await formerBuilds()).slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
};

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy());
});

/** The page at its own address, whatever is asked of it; nothing beside it. */
const isPage = ({ mode, url }) => {
  const { origin, pathname } = new URL(url);
  return mode === "navigate" && [self.registration.scope, `${self.registration.scope}index.html`].includes(`${origin}${pathname}`);
};

const kept = async (request) => {
  if (isPage(request)) return (await caches.open(build)).match("./");
  for (const name of [build, ...(await formerBuilds())]) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(kept(request).then((found) => found ?? fetch(request)));
});
