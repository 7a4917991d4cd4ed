// Keeps the app's files and the last look of the page of today, so that a phone without a network still opens it.
"use strict";
const VERSION = new URL(location).searchParams.get("v") || "none";
const FILES = "trellis-files-" + VERSION, PAGES = "trellis-pages";
const OFFLINE = "/app/offline", TODAY = "/app/today";

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));
self.addEventListener("message", event => { if (event.data === "today") event.waitUntil(lookAtToday()); });
self.addEventListener("fetch", event => {
  const request = event.request, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/app/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && (url.pathname === "/app" || url.pathname.startsWith("/app/"))) event.respondWith(page(event, url));
});

// The offline page, as nobody in particular, and every file that it or its style names.
async function install() {
  const cache = await caches.open(FILES);
  const answer = await fetch(OFFLINE, { cache: "reload", credentials: "omit" });
  const text = await answer.clone().text();
  await cache.put(OFFLINE, answer);
  const files = named(text);
  await cache.addAll(files);
  const styles = await Promise.all(files.filter(one => one.endsWith(".css")).map(async one => (await cache.match(one)).text()));
  await cache.addAll(named(styles.join(" ")).filter(one => !files.includes(one)));
  await self.skipWaiting();
}
const named = text => [...new Set(text.match(/\/app\/assets\/[0-9a-z]+\/[0-9a-z.-]+/g))];

async function activate() {
  const old = (await caches.keys()).filter(name => name.startsWith("trellis-files-") && name !== FILES);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
}

async function file(request) {
  const cache = await caches.open(FILES);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) cache.put(request, answer.clone());
  return answer;
}

async function page(event, url) {
  const isToday = url.pathname === TODAY && !url.search;
  try {
    const answer = await fetch(event.request);
    if (isToday) event.waitUntil(remember(answer.clone()));
    return answer;
  } catch {
    const kept = url.pathname === "/app" || url.pathname === TODAY ? await (await caches.open(PAGES)).match(TODAY) : undefined;
    return kept ? seenAgain(kept) : (await caches.match(OFFLINE)) || Response.error();
  }
}

async function lookAtToday() {
  try { await remember(await fetch(TODAY, { credentials: "same-origin", redirect: "manual" })); } catch { /* the last look stays */ }
}

// Only the page of today is kept. Whoever is sent to the log-in instead is not, or no longer, who it belongs to.
async function remember(answer) {
  const cache = await caches.open(PAGES);
  if (answer.type === "opaqueredirect") await cache.delete(TODAY);
  else if (answer.ok && !answer.redirected) {
    const headers = new Headers(answer.headers);
    headers.delete("Content-Encoding");
    headers.set("X-Kept-At", Date.now());
    await cache.put(TODAY, new Response(await answer.blob(), { headers }));
  }
}

// The page can tell that it is not from now.
async function seenAgain(kept) {
  const text = await kept.text();
  return new Response(text.replace("<html ", `<html data-kept-at="${kept.headers.get("X-Kept-At")}" `), { headers: kept.headers });
}
