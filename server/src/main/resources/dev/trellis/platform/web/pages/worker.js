// Keeps the app's files and the last look of the first page, so that a phone without a network still opens it.
"use strict";
const VERSION = new URL(location).searchParams.get("v") || "1";
const FILES = "trellis-files-" + VERSION, PAGES = "trellis-pages";
const OFFLINE = "/app/offline";

self.addEventListener("install", event => {
  event.waitUntil(caches.open(FILES).then(cache => cache.add(new Request(OFFLINE, { cache: "reload" }))).then(() => self.skipWaiting()));
});
self.addEventListener("activate", event => {
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(name => name.startsWith("trellis-files-") && name !== FILES).map(name => caches.delete(name)))).then(() => self.clients.claim()));
});
self.addEventListener("fetch", event => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/app/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && (url.pathname === "/app" || url.pathname.startsWith("/app/"))) event.respondWith(page(request, url));
});

async function file(request) {
  const cache = await caches.open(FILES);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) cache.put(request, answer.clone());
  return answer;
}

async function page(request, url) {
  try {
    const answer = await fetch(request);
    // Only the page of today is kept, for it holds the check-in; leaving the account clears it (Clear-Site-Data).
    if (url.pathname === "/app/today" && answer.ok && !answer.redirected) (await caches.open(PAGES)).put("/app/today", answer.clone());
    return answer;
  } catch {
    const today = url.pathname === "/app" || url.pathname === "/app/today" ? await caches.match("/app/today") : undefined;
    return today || (await caches.match(OFFLINE)) || Response.error();
  }
}
