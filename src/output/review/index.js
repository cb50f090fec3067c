"use strict";
// The index: finds bulletins by name and hides findings by severity. Without it the index can be read all the same.
(() => {
  const search = document.getElementById("search"), none = document.getElementById("no-match");
  const bulletins = [...document.querySelectorAll(".bulletins > li")];
  document.documentElement.classList.add("script");

  // Marks aside, so that a name can be typed without them.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const names = bulletins.map((item) =>
    plain(item.querySelector("h2").textContent + " " + item.querySelector(".path").textContent));
  const filter = () => {
    const boxes = [...document.querySelectorAll("input[name=severity]")];
    const hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const wanted = plain(search.value.trim());
    let shown = 0;
    bulletins.forEach((item, index) => {
      // With a severity left out, a bulletin without any finding of the others is none to look at.
      const flags = [...item.querySelectorAll(".findings > li, .flag")];
      for (const flag of flags) flag.hidden = hidden.has(flag.dataset.s);
      const out = !names[index].includes(wanted) || (hidden.size > 0 && flags.every((flag) => flag.hidden));
      item.hidden = out;
      shown += out ? 0 : 1;
    });
    none.hidden = shown > 0;
  };
  search.addEventListener("input", filter);
  document.addEventListener("change", filter);
  addEventListener("pageshow", filter);
})();
