// Keeps every file of this build, so that the page works offline after the first visit. It asks for nothing else.
const cache = "CACHE";
const files = "FILES";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cache).then((opened) => opened.addAll(files)));
  // Pages that are open keep their own files in memory; the next visit gets the new ones, all of one build.
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith("strideml-") && name !== cache).map((name) => caches.delete(name)))));
});

const answer = async (request) => {
  const kept = await caches.open(cache);
  const found = await kept.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
  return found ?? fetch(request);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});
