/** The page works offline after the first visit. A page from a disk, or a single file, has no service worker and needs none. */
export const registerServiceWorker = (): void => {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http") || document.querySelector("#strideml-engine")) return;
  navigator.serviceWorker.register("./service-worker.js").catch(() => undefined);
};
