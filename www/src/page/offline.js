// Stores the page's own files, so that it opens without a network. The build fills in their list.
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
  const isOld = (name) => name.startsWith("whosaid-") && name !== CACHE;
  const deleteOld = async () => {
    for (const name of await caches.keys()) if (isOld(name)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(deleteOld());
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  const respond = async () => {
    const cache = await caches.open(CACHE);
    // The page is stored under its folder's address; other pages in that folder are not part of it.
    const home = url.pathname === new URL(self.registration.scope).pathname;
    const key = home ? "./" : event.request;
    return (await cache.match(key, { ignoreSearch: true, ignoreVary: true })) ?? fetch(event.request);
  };
  event.respondWith(respond());
});
