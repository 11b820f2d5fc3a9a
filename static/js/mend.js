// Everything here is a kindness on top: each page works without it.
"use strict";

const said = document.getElementById("said");

/** Put one sentence into the polite live region. */
function say(sentence) {
  if (said.querySelector("p")?.firstChild.textContent === sentence) return;
  said.replaceChildren(Object.assign(document.createElement("p"), { textContent: sentence }));
}

// Whatever is said there, by this page or in an answer, can be closed, and makes room
// as soon as something has got through.
new MutationObserver(() => {
  const line = said.firstElementChild;
  if (!line || line.querySelector("button")) return;
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "btn", textContent: said.dataset.close });
  line.append(close);
}).observe(said, { childList: true });

said.addEventListener("click", (event) => {
  if (event.target.closest("button")) said.replaceChildren();
});
document.addEventListener("htmx:beforeRequest", () => {
  for (const line of said.children) line.dataset.old = "";
});

// htmx notes the address of the page in the browser's storage. Nothing of ours is to lie there.
const forget = () => sessionStorage.removeItem("htmx-current-path-for-history");
forget();
for (const change of ["pushedIntoHistory", "replacedInHistory", "historyRestore"]) {
  document.addEventListener(`htmx:${change}`, forget);
}

// A request that fails leaves the page and every typed word as they are, and says so.
document.addEventListener("htmx:sendError", () => say(said.dataset.lost));
document.addEventListener("htmx:timeout", () => say(said.dataset.lost));
document.addEventListener("htmx:responseError", ({ detail }) => {
  const { status } = detail.xhr;
  const { out, stale, often, failed } = said.dataset;
  if (status === 401 && submits(detail)) sendPlainly(detail.requestConfig);
  else say({ 401: out, 403: stale, 404: stale, 429: often }[status] ?? failed);
});

// What is kept while one types does not press the button that merely has the focus.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.triggeringEvent?.type !== "input") return;
  for (const { name } of detail.elt.querySelectorAll("button[name]")) delete detail.parameters[name];
});

// A choice that was made while an answer was under way stays, where the answer still offers it.
let chosen = {};
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  chosen = Object.fromEntries(
    [...target.querySelectorAll("select")].map(({ name, value }) => [name, value]),
  );
});
document.addEventListener("htmx:afterSwap", ({ target }) => {
  for (const select of target.querySelectorAll("select")) {
    const values = [...select.options].map(({ value }) => value);
    if (values.includes(chosen[select.name])) select.value = chosen[select.name];
  }
});

// Who was signed out gets the sign-in page, which takes the form along, by the browser's own way.
function sendPlainly({ elt: form, triggeringEvent: { submitter } }) {
  const { name, value } = submitter ?? {};
  if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.submit();
}

// One answer at a time: a form that is on its way does not go twice; saving while one
// types holds nothing up. Nothing is disabled, so that the focus stays where it is.
const LONGEST_WAIT = 20_000;

const submits = (request) => request.requestConfig.triggeringEvent?.type === "submit";
const busy = (form) => form.getAttribute("aria-busy") === "true";
const release = (form) => form.removeAttribute("aria-busy");

function hold(form) {
  form.setAttribute("aria-busy", "true");
  setTimeout(release, LONGEST_WAIT, form);
}

function refuseTwice(event) {
  if (!busy(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener("submit", refuseTwice, { capture: true });
document.addEventListener("submit", (event) => event.defaultPrevented || hold(event.target));
document.addEventListener("htmx:beforeRequest", ({ target, detail }) => {
  if (submits(detail)) hold(target);
});
document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  if (detail.successful) said.querySelector("[data-old]")?.remove();
  if (submits(detail)) release(target);
});
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(release));

// A file that takes longer than two seconds to make: the form says so until its cookie has come.
const A_WHILE = 2_000;

function wait(form, line) {
  const says = setTimeout(() => (line.textContent = line.dataset.waits), A_WHILE);
  const asks = setInterval(() => {
    if (!document.cookie.includes(`made=${form.elements.id.value}`)) return;
    clearInterval(asks);
    clearTimeout(says);
    line.textContent = "";
    release(form);
  }, 200);
}

document.addEventListener("submit", ({ defaultPrevented, target: form }) => {
  const line = form.querySelector("[data-waits]");
  if (line && !defaultPrevented) wait(form, line);
});

// When a swap takes away what had the focus, the focus goes to the first mistake, to
// what asks for it (data-focus), or to what now stands in the same place.
let place = null;

document.addEventListener("htmx:beforeSwap", ({ detail: { shouldSwap, target } }) => {
  const { previousElementSibling: before, parentElement: parent } = target;
  place = shouldSwap && target.contains(document.activeElement) ? { target, before, parent } : null;
});
document.addEventListener("htmx:afterSettle", () => {
  if (!place) return;
  const part = newPart(place);
  const wrong = part.querySelector('[aria-invalid="true"]');
  if (wrong) wrong.focus();
  else if (document.activeElement === document.body) focusOn(part.querySelector("[data-focus]") ?? part);
  place = null;
});

// A page that comes with a mistake begins there.
document.querySelector('[aria-invalid="true"]')?.focus();

function newPart({ target, before, parent }) {
  if (target.isConnected) return target;
  return (before?.isConnected ? before.nextElementSibling : parent.firstElementChild) ?? parent;
}

function focusOn(element) {
  if (element.tabIndex < 0) element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: true });
}

// Leaving replaces this page in the history, and shows nothing while the answer is under way.
// An installed app cannot go to another site, so it stays on a page that says nothing.
function leave(way) {
  document.documentElement.hidden = true;
  const stays = matchMedia("(display-mode: standalone)").matches;
  location.replace(way.href + (stays ? "?stay" : ""));
}

document.addEventListener("click", (event) => {
  const way = event.target.closest("a[data-leave]");
  if (!way) return;
  event.preventDefault();
  leave(way);
});

// Shift three times by itself, each within five seconds of the one before; any other key begins
// anew, so that capitals lead nowhere.
const PRESSES = 3;
const IN_A_ROW = 5_000;
let presses = [];
let alone = false;

document.addEventListener("keydown", ({ key }) => {
  alone = key === "Shift";
  if (!alone) presses = [];
});
document.addEventListener("keyup", ({ key, timeStamp }) => {
  if (key !== "Shift" || !alone) return;
  const goesOn = timeStamp - presses.at(-1) < IN_A_ROW;
  presses = [...(goesOn ? presses : []), timeStamp];
  if (presses.length === PRESSES) leave(document.querySelector("a[data-leave]"));
});

// The device knows its time zone: fill it in where nobody has to see it, offer it elsewhere.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll('input[type="hidden"][name="time_zone"]')) {
  field.value ||= zone;
}
for (const offer of document.querySelectorAll("[data-zone-for]")) {
  const field = document.getElementById(offer.dataset.zoneFor);
  if (!zone || !field || field.value === zone) continue;
  offer.querySelector("[data-zone]").textContent = zone;
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => {
    field.value = zone;
    offer.hidden = true;
    field.focus();
  });
}
