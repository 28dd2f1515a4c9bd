// Keeps the page's own files, so that it opens without a network. The build puts the list in.
const FILES = /** @type {string[]} */ (self.__FILES__);
const CACHE = "whosaid-__VERSION__";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("whosaid-") && name !== CACHE;
  const forget = async () => {
    for (const name of await caches.keys()) if (old(name)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    // The page itself is kept under the folder's name; other pages of the folder are not ours.
    const home = url.pathname === new URL(self.registration.scope).pathname;
    const key = home ? "./" : event.request;
    return (await cache.match(key, { ignoreSearch: true, ignoreVary: true })) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
