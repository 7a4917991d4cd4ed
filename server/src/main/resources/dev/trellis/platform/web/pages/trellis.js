// What scripts add to pages that work without them: no double sends, confirmations, charts, check-ins kept offline.
(() => {
  "use strict";
  const own = document.currentScript;
  const root = document.documentElement;
  root.classList.add("scripted");

  const toasts = () => document.getElementById("toasts");
  function say(text, tone) {
    const toast = document.createElement("div");
    toast.className = "toast " + (tone || "");
    toast.dataset.toast = "";
    const words = document.createElement("span");
    words.textContent = text;
    const close = document.createElement("button");
    close.type = "button";
    close.dataset.close = "";
    close.textContent = "OK";
    toast.append(words, close);
    toasts().append(toast);
    if (tone !== "clay") fade(toast);
  }
  function fade(toast) {
    let timer = setTimeout(() => toast.remove(), 7000);
    toast.addEventListener("pointerenter", () => clearTimeout(timer));
    toast.addEventListener("focusin", () => clearTimeout(timer));
  }
  document.addEventListener("click", event => {
    if (event.target.closest("[data-close]")) event.target.closest("[data-toast], dialog")?.remove();
    const opener = event.target.closest("[data-open]");
    if (opener) { event.preventDefault(); document.getElementById(opener.dataset.open)?.showModal(); }
    const copier = event.target.closest("[data-copy]");
    if (copier) copy(document.getElementById(copier.dataset.copy));
    if (event.target.closest("[data-dismiss]")) event.target.closest("dialog")?.close();
  });

  // What is to be passed on. Without a secure context there is no clipboard to write to: then it is marked.
  function copy(field) {
    field.select();
    if (!navigator.clipboard) { say("It is marked now; copy it with your device's own way."); return; }
    navigator.clipboard.writeText(field.value).then(() => say("Copied."), () => say("It is marked now; copy it with your device's own way."));
  }

  // A second click waits for the answer to the first. The server does it once in any case.
  const sent = new WeakSet();
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.matches("[data-form]")) return;
    if (form.dataset.confirm && !form.dataset.confirmed) { event.preventDefault(); confirmFirst(form, event.submitter); return; }
    if (sent.has(form)) { event.preventDefault(); return; }
    if (form.dataset.keep && !navigator.onLine) { event.preventDefault(); keep(form); return; }
    leaving(form);
    if (form.hasAttribute("hx-post")) return;
    sent.add(form);
    setTimeout(() => form.querySelectorAll("button").forEach(button => button.setAttribute("aria-disabled", "true")));
  });
  addEventListener("pageshow", event => {
    document.querySelectorAll("[data-form]").forEach(form => sent.delete(form));
    document.querySelectorAll("[aria-disabled]").forEach(button => button.removeAttribute("aria-disabled"));
    if (event.persisted && document.querySelector("[data-fresh]")) location.reload();
  });

  function confirmFirst(form, submitter) {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-labelledby", "confirm-words");
    dialog.innerHTML = '<div><p class="strong" id="confirm-words"></p><div class="actions"><button type="button" class="button primary" data-yes></button><button type="button" class="button" data-no>Not now</button></div></div>';
    dialog.querySelector("p").textContent = form.dataset.confirm;
    dialog.querySelector("[data-yes]").textContent = form.dataset.confirmButton || submitter?.textContent.trim() || "Yes";
    dialog.querySelector("[data-no]").addEventListener("click", () => dialog.close());
    dialog.querySelector("[data-yes]").addEventListener("click", () => { form.dataset.confirmed = "yes"; dialog.close(); form.requestSubmit(submitter || undefined); });
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  // Fields that go with one another: shown only when what they depend on is chosen.
  function dependents() {
    document.querySelectorAll("[data-shown-with]").forEach(part => {
      const [name, value] = part.dataset.shownWith.split("=");
      const chosen = [...document.getElementsByName(name)].some(input =>
        input.type === "radio" || input.type === "checkbox" ? input.checked && input.value === value : input.value === value);
      part.hidden = !chosen;
    });
  }
  document.addEventListener("change", dependents);
  // A form that sends itself when something in it changes; without scripts it has a button.
  document.addEventListener("change", event => { const form = event.target.closest("[data-send-on-change]"); if (form) form.requestSubmit(); });

  function zone() {
    const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
    document.querySelectorAll("[data-own-zone]").forEach(field => { if (name && !field.dataset.touched && (!field.value || field.value === "UTC")) field.value = name; });
  }

  // Charts are drawn only where there are some; their library is fetched only then.
  let library;
  const script = source => new Promise((done, failed) => { const tag = document.createElement("script"); tag.src = source; tag.onload = done; tag.onerror = failed; document.head.append(tag); });
  function charts(within) {
    const canvases = [...within.querySelectorAll("canvas[data-chart]")].filter(canvas => !canvas.dataset.drawn);
    if (!canvases.length || !own) return;
    library ??= script(own.dataset.chartLibrary).then(() => script(own.dataset.charts));
    library.then(() => canvases.forEach(canvas => window.trellisChart(canvas)));
  }

  // Check-ins that could not be sent: kept in this browser, each for its person and under a number of its own, by which
  // the server does it once, however often it is sent. The newest one of a day stands for the ones before it.
  const KEPT = "trellis.kept";
  const owner = own?.dataset.owner || "";
  const keptAt = Number(root.dataset.keptAt) || 0;
  const kept = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch { return []; } };
  const store = list => list.length ? localStorage.setItem(KEPT, JSON.stringify(list)) : localStorage.removeItem(KEPT);
  const drop = one => store(kept().filter(other => other.id !== one.id));
  const tell = (form, text) => { const saved = form.querySelector("[data-saved]"); if (saved) saved.textContent = text; else say(text); };
  function keep(form) {
    const action = form.getAttribute("action");
    const id = crypto.randomUUID ? crypto.randomUUID() : form.elements._once.value + Date.now();
    const fields = [...new FormData(form)].filter(([name]) => name !== "_token" && name !== "_once").map(([name, value]) => [name, String(value)]);
    try {
      store([...kept().filter(one => one.action !== action || one.owner !== owner), { id, action, fields, owner }]);
      tell(form, "Kept on this device. It is sent when the server can be reached.");
    } catch { tell(form, "This could not be kept: the browser does not let it. Save it again when you are online."); }
    later();
  }
  // A page from earlier shows what is kept and not yet sent.
  function restore() {
    kept().filter(one => one.owner === owner).forEach(one => document.querySelectorAll("form[data-keep]").forEach(form => {
      if (form.getAttribute("action") !== one.action) return;
      [...form.elements].forEach(input => {
        const given = one.fields.filter(([name]) => name === input.name).map(([, value]) => value);
        if (input.type === "checkbox" || input.type === "radio") input.checked = given.includes(input.value);
        else if (input.name && input.type !== "hidden") input.value = given[0] || "";
      });
      tell(form, "Kept on this device. It is sent when the server can be reached.");
    }));
  }
  let waiting;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(sendKept, 20000); };
  const alone = work => navigator.locks ? navigator.locks.request("trellis-kept", work) : work();
  async function sendKept() {
    clearTimeout(waiting);
    if (!owner || (!kept().length && !keptAt)) return;
    if (!navigator.onLine) { later(); return; }
    try { await alone(send); } catch { later(); }
  }
  async function send() {
    const answer = await fetch("/app/more", { credentials: "same-origin", cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.status >= 500) { later(); return; }
    if (!answer.ok || answer.redirected) { if (kept().length) say("Your log-in has ended. What is kept on this device waits until you have logged in again."); return; }
    const token = page.querySelector('[name="_token"]').value, who = page.querySelector("script[data-owner]").dataset.owner;
    let over = 0, sent = 0;
    for (const one of kept().filter(one => one.owner === who)) {
      const done = await fetch(one.action, { method: "POST", credentials: "same-origin", redirect: "manual",
        headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: new URLSearchParams([...one.fields, ["_once", one.id], ["_token", token]]) });
      if (done.type === "opaqueredirect") { drop(one); sent++; }
      else if ([404, 409, 422].includes(done.status)) { drop(one); over++; }
      else { later(); break; }
    }
    if (over) say("A check-in from while you were offline was not taken: its day is over, or what it belongs to has ended.", "clay");
    if (sent) say("Your check-in from while you were offline has been sent.");
    if ((sent || keptAt) && document.querySelector("[data-fresh]") && !document.activeElement.matches("textarea, input:not([type=checkbox], [type=radio])")) location.reload();
    else if (sent) document.querySelectorAll("form[data-keep]").forEach(form => tell(form, "Saved."));
  }
  function online() { root.classList.toggle("is-offline", !navigator.onLine || keptAt > 0); sendKept(); }
  addEventListener("online", online);
  addEventListener("offline", online);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { sendKept(); dayOver(); } });

  // A page of a day stays right only until the day is over.
  const seen = keptAt || Date.now();
  function dayOver() {
    const page = document.querySelector("[data-day-left]"), note = document.querySelector("[data-day-over]");
    if (page && note) note.hidden = Date.now() < seen + Number(page.dataset.dayLeft);
  }

  // What a form that saves itself cannot send is kept; when the log-in has ended, it waits for the next one.
  const formOf = event => event.detail.elt.closest("form");
  document.addEventListener("htmx:beforeRequest", event => { const form = formOf(event); if (form?.dataset.keep && !navigator.onLine) { event.preventDefault(); keep(form); } });
  document.addEventListener("htmx:sendError", event => { const form = formOf(event); if (form?.dataset.keep) keep(form); else say("The server cannot be reached right now. Nothing was changed.", "clay"); });
  document.addEventListener("htmx:beforeSwap", event => {
    const form = formOf(event), status = event.detail.xhr.status;
    if (form?.dataset.keep && [502, 503, 504].includes(status)) { event.detail.shouldSwap = false; keep(form); }
    if (status !== 401 || !form) return;
    event.detail.shouldSwap = false;
    if (form.dataset.keep) { keep(form); location.href = "/app/login?next=" + encodeURIComponent(location.pathname); }
    else HTMLFormElement.prototype.submit.call(form);
  });
  document.addEventListener("htmx:afterRequest", event => {
    const form = formOf(event);
    if (!form?.dataset.keep || !event.detail.successful) return;
    kept().filter(one => one.action === form.getAttribute("action") && one.owner === owner).forEach(drop);
    lookAtToday();
  });

  // The worker keeps the last look of today. It must not outlive a log-out, and neither must what was not sent.
  const lookAtToday = () => navigator.serviceWorker?.ready.then(ready => ready.active?.postMessage("today"));
  function leaving(form) {
    if (form.getAttribute("action") !== "/app/logout") return;
    localStorage.removeItem(KEPT);
    window.caches?.delete("trellis-pages");
  }
  function warnOfLeaving() {
    if (!kept().some(one => one.owner === owner)) return;
    document.querySelectorAll('form[action="/app/logout"]').forEach(form => { form.dataset.confirm = "A check-in on this device has not been sent yet. Who logs out now loses it."; form.dataset.confirmButton = "Log out and lose it"; });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-toast]").forEach(fade);
    if (keptAt) toasts()?.replaceChildren();
    restore(); dependents(); zone(); charts(document); dayOver(); warnOfLeaving(); online();
    const wrong = document.querySelector('[aria-invalid="true"], .form-refusal[role="alert"]');
    if (wrong) { if (wrong.matches(".form-refusal")) wrong.tabIndex = -1; wrong.focus(); }
  });
  document.addEventListener("htmx:afterSettle", event => { charts(event.target); dependents(); });
  // Charts take their colours from the page: drawn anew when these change, and for paper, which is always light.
  ["(prefers-color-scheme: dark)", "print"].forEach(media => matchMedia(media).addEventListener("change", () => window.trellisRedraw?.()));

  if ("serviceWorker" in navigator && own?.dataset.worker) {
    navigator.serviceWorker.register(own.dataset.worker, { scope: "/app" }).catch(() => {});
    if (location.pathname === "/app/today" && !navigator.serviceWorker.controller) lookAtToday();
  }
})();
