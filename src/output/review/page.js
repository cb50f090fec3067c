"use strict";
// The page of a bulletin: lights up what belongs together, jumps from finding to finding, filters. Without it the page
// can be read all the same. Listeners sit on the panes, not on the lines, so that a long bulletin opens at once.
(() => {
  const root = document.documentElement, body = document.body;
  const byId = (id) => document.getElementById(id);
  const text = byId("text"), articles = byId("articles"), side = byId("side");
  const lines = text.querySelector(".lines");
  root.classList.add("script");
  body.dataset.view = "both";

  // Lines of an element: "7" or "7-9".
  const span = (value) => {
    const [first, last] = value.split("-").map(Number);
    return { first, last: last || first };
  };
  // The pieces of the other side, read once, when they are wanted.
  let known = null;
  const pieces = () => {
    known ??= [...articles.querySelectorAll("[data-l]")].map((element) => ({ element, ...span(element.dataset.l) }));
    return known;
  };
  // The pieces that a line belongs to: of those that hold it the narrowest; the head of its article where none does.
  const piecesOf = (line) => {
    let width = Infinity, found = [];
    for (const piece of pieces()) {
      if (piece.first > line || piece.last < line) continue;
      const own = piece.last - piece.first;
      if (own < width) { width = own; found = []; }
      if (own === width) found.push(piece.element);
    }
    if (found.length) return found;
    for (const article of articles.querySelectorAll("[data-range]")) {
      const { first, last } = span(article.dataset.range);
      if (first <= line && line <= last) return [article.querySelector("h4")];
    }
    return [];
  };
  const lineAt = (number) => byId("L" + number);
  const linesOf = ({ first, last }) => {
    const found = [];
    for (let number = first; number <= last; number++) {
      const line = lineAt(number);
      if (line) found.push(line);
    }
    return found;
  };

  // What belongs together with an element of a page: [the elements themselves, those of the other side].
  const partners = (element) => {
    const note = element.closest("[data-l]");
    if (text.contains(element)) {
      if (note) {
        const own = linesOf(span(note.dataset.l));
        return [own, own.length ? piecesOf(span(note.dataset.l).first) : []];
      }
      const line = element.closest(".lines > li");
      return line ? [[line], piecesOf(Number(line.dataset.n))] : null;
    }
    return note ? [[note], linesOf(span(note.dataset.l))] : null;
  };
  let lit = [];
  const lightUp = (found) => {
    for (const element of lit) element.classList.remove("lit");
    lit = found ? found.flat() : [];
    for (const element of lit) element.classList.add("lit");
  };
  // Scrolls a pane so that an element stands in its upper third, unless it can be seen already. What is far away has only
  // a guessed height until it is drawn, so its place is looked at again in the next few frames.
  const shown = new Map();
  const show = (pane, element) => {
    const details = element.closest("details");
    if (details) details.open = true;
    shown.set(pane, element);
    let frames = 5;
    const settle = () => {
      if (shown.get(pane) !== element) return;
      const box = element.getBoundingClientRect(), frame = pane.getBoundingClientRect();
      if (box.top < frame.top + 40 || Math.min(box.bottom, box.top + 80) > frame.bottom) {
        pane.scrollTop += box.top - frame.top - frame.height / 3;
      }
      if (frames-- > 0) requestAnimationFrame(settle);
      else shown.delete(pane);
    };
    settle();
  };
  for (const pane of [text, articles]) {
    // Who scrolls by hand wants to be elsewhere.
    for (const kind of ["wheel", "touchmove"]) {
      pane.addEventListener(kind, () => shown.delete(pane), { passive: true });
    }
  }
  // Lights up what belongs to an element and brings the other side into view.
  let chosen = null;
  const choose = (element) => {
    const found = partners(element);
    if (!found) return;
    chosen = found;
    lightUp(found);
    const target = found[1].find((other) => !other.hidden);
    if (target) show(text.contains(element) ? articles : text, target);
  };

  for (const pane of [text, articles]) {
    pane.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse") lightUp(partners(event.target) ?? chosen);
    });
    pane.addEventListener("pointerleave", () => lightUp(chosen));
    pane.addEventListener("focusin", (event) => {
      if (event.target !== pane) choose(event.target);
    });
    pane.addEventListener("click", (event) => {
      if (!event.target.closest("a, summary") && getSelection().isCollapsed) choose(event.target);
    });
  }

  // One stop of the Tab key for each side; the arrows go on from there.
  const stops = (pane) => (pane === text ? [...lines.children] : pieces().map((piece) => piece.element))
    .filter((element) => !element.hidden && !element.closest("details:not([open])"));
  const current = new Map();
  const moveTo = (pane, element) => {
    current.get(pane)?.removeAttribute("tabindex");
    current.set(pane, element);
    element.tabIndex = 0;
    element.focus({ preventScroll: true });
    show(pane, element);
  };
  const step = (pane, from, by) => {
    const all = stops(pane);
    const at = all.indexOf(from);
    const next = at < 0 ? all[0] : all[at + by];
    if (next) moveTo(pane, next);
  };
  const across = (pane, from) => {
    const target = partners(from)?.[1].find((other) => !other.hidden);
    if (target) moveTo(pane === text ? articles : text, target);
  };
  for (const pane of [text, articles]) {
    pane.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target.closest("a, summary, .table")) {
        if (!event.target.matches(".table") || event.key.startsWith("Arrow")) return;
      }
      const stop = event.target === pane ? null : event.target.closest(pane === text ? ".lines > li" : "[data-l]");
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) step(pane, stop, by);
      else if (event.key === "Enter" && stop) across(pane, event.target);
      else return;
      event.preventDefault();
    });
  }

  // Findings, one after the other.
  const notes = [...text.querySelectorAll(".note")];
  const at = byId("at");
  let place = -1;
  const visible = () => notes.filter((note) => !note.hidden);
  const tell = () => {
    if (!at) return;
    const all = visible(), index = all.indexOf(notes[place]);
    at.textContent = index < 0 ? `${at.dataset.all} ${all.length}` : `${index + 1} ${at.dataset.of} ${all.length}`;
    for (const link of side.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    const link = place < 0 ? null : side.querySelector(`.findings a[href="#${notes[place].id}"]`);
    link?.setAttribute("aria-current", "true");
    link?.scrollIntoView({ block: "nearest" });
  };
  const jumpTo = (note) => {
    place = notes.indexOf(note);
    if (body.dataset.view === "side" || body.dataset.view === "articles") view("both");
    const line = note.closest("li");
    if (line?.hidden) line.hidden = false;
    show(text, line ?? note);
    note.focus({ preventScroll: true });
    show(text, note);
    tell();
  };
  const jump = (by) => {
    const all = visible();
    if (!all.length) return;
    const index = all.indexOf(notes[place]);
    jumpTo(all[index < 0 ? (by > 0 ? 0 : all.length - 1) : (index + by + all.length) % all.length]);
  };
  byId("next")?.addEventListener("click", () => jump(1));
  byId("previous")?.addEventListener("click", () => jump(-1));
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input[type=search], textarea")) return;
    if (event.key === "n") jump(1);
    else if (event.key === "p") jump(-1);
    else return;
    event.preventDefault();
  });

  // Addresses within the page: a finding, a line, an article.
  const follow = (hash) => {
    let target = null;
    try { target = byId(decodeURIComponent(hash.slice(1))); } catch { return; }
    if (!target) return;
    if (target.matches(".note")) { jumpTo(target); return; }
    if (target.matches("article")) {
      if (body.dataset.view === "text" || body.dataset.view === "side") view("both");
      const title = target.querySelector("h4");
      show(articles, title);
      choose(title);
    } else if (target.matches(".lines > li")) {
      if (body.dataset.view === "articles" || body.dataset.view === "side") view("both");
      show(text, target);
      choose(target);
    }
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !link.matches(".skip")) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      follow(link.hash);
    }
  });
  addEventListener("hashchange", () => follow(location.hash));

  // Views and filters.
  const view = (name) => {
    body.dataset.view = name;
    for (const input of document.querySelectorAll("input[name=view]")) input.checked = input.value === name;
  };
  const off = (name) => new Set(
    [...side.querySelectorAll(`input[name=${name}]`)].filter((input) => !input.checked).map((input) => input.value));
  const filterSeverities = () => {
    const hidden = off("severity");
    for (const element of document.querySelectorAll(".note, mark, .findings > li, a.flag")) {
      const out = hidden.has(element.dataset.s);
      // Marked text stays, without its mark.
      if (element.localName === "mark") element.classList.toggle("plain", out);
      else element.hidden = out;
    }
    tell();
  };
  const filterRoles = () => {
    const hidden = off("role");
    const out = (element) => element.dataset.r.split(" ").every((role) => hidden.has(role));
    for (const line of lines.children) line.hidden = hidden.size > 0 && out(line);
    for (const piece of articles.querySelectorAll("[data-r]")) piece.hidden = hidden.size > 0 && out(piece);
  };
  document.addEventListener("change", (event) => {
    const { name, value } = event.target;
    if (name === "view") view(value);
    else if (name === "severity") filterSeverities();
    else if (name === "role") filterRoles();
  });
  for (const [id, checked] of [["show-all", true], ["show-none", false]]) {
    byId(id)?.addEventListener("click", () => {
      for (const input of side.querySelectorAll("input[name=role]")) input.checked = checked;
      filterRoles();
    });
  }

  // A browser that goes back restores boxes, and a link may name a place.
  addEventListener("pageshow", () => {
    const chosenView = document.querySelector("input[name=view]:checked");
    if (chosenView) view(chosenView.value);
    filterSeverities();
    filterRoles();
  });
  if (location.hash) follow(location.hash);
})();
