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
    fade(toast);
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

  // Check-ins that could not be sent: kept in this browser under the form's own number, and sent once.
  const KEPT = "trellis.kept";
  const kept = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch { return []; } };
  const store = list => list.length ? localStorage.setItem(KEPT, JSON.stringify(list)) : localStorage.removeItem(KEPT);
  function keep(form) {
    const fields = [...new FormData(form)].filter(([name]) => name !== "_token").map(([name, value]) => [name, String(value)]);
    const action = form.getAttribute("action");
    store([...kept().filter(one => one.action !== action), { action, fields, owner: own?.dataset.owner || "" }]);
    say("Kept on this device. It is sent as soon as you are online again.");
    if (navigator.serviceWorker?.controller) navigator.serviceWorker.ready.then(ready => ready.sync?.register("check-ins")).catch(() => {});
  }
  let sending = false;
  async function sendKept() {
    if (sending || !navigator.onLine || !kept().length) return;
    sending = true;
    try {
      const page = await fetch("/app/today", { credentials: "same-origin", cache: "no-store" });
      const text = await page.text();
      const token = new DOMParser().parseFromString(text, "text/html").querySelector('main [name="_token"], .frame [name="_token"]')?.value;
      if (!page.ok || page.redirected || !token) return;
      for (const one of kept()) {
        const answer = await fetch(one.action, { method: "POST", credentials: "same-origin", redirect: "manual",
          headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: new URLSearchParams([...one.fields, ["_token", token]]) });
        if (answer.type === "opaqueredirect" || answer.ok) { store(kept().filter(other => other.action !== one.action)); say("Your check-in from while you were offline has been sent."); }
        else if (answer.status >= 400 && answer.status < 500) { store(kept().filter(other => other.action !== one.action)); say("A check-in from while you were offline could not be taken any more: its day is over.", "clay"); }
      }
    } catch { /* still offline: it waits */ } finally { sending = false; }
  }
  function online() { root.classList.toggle("is-offline", !navigator.onLine); sendKept(); }
  addEventListener("online", online);
  addEventListener("offline", online);

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-toast]").forEach(fade);
    dependents(); zone(); charts(document); online();
    const wrong = document.querySelector('[aria-invalid="true"], .form-refusal[role="alert"]');
    if (wrong) { if (wrong.matches(".form-refusal")) wrong.tabIndex = -1; wrong.focus(); }
  });
  document.addEventListener("htmx:afterSettle", event => { charts(event.target); dependents(); });
  document.addEventListener("htmx:sendError", () => say("The server cannot be reached right now. Nothing was changed.", "clay"));
  // Charts take their colours from the page: drawn anew when these change, and for paper, which is always light.
  ["(prefers-color-scheme: dark)", "print"].forEach(media => matchMedia(media).addEventListener("change", () => window.trellisRedraw?.()));

  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/app/worker.js", { scope: "/app" }).catch(() => {});
})();
