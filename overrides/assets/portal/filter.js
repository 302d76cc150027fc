import { all, one } from "./elements.js";

// `Nghị định 59/2023/NĐ-CP` -> `nghi dinh 59 2023 nd cp`: found however it is typed.
const flat = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đð]/g, "d").match(/[a-z0-9]+/g)?.join(" ") ?? "";

const form = one("[data-filter]");
if (form) {
  const rows = all("[data-register] > li");
  const words = rows.map((row) => flat(row.textContent));
  const values = rows.map((row) => row.dataset.is.split(" "));
  const filter = () => {
    const typed = flat(one("[data-words]", form).value);
    const chosen = all("select", form).map((select) => select.value).filter(Boolean);
    let shown = 0;
    rows.forEach((row, place) => {
      const fits =
        words[place].includes(typed) &&
        chosen.every((value) => values[place].includes(value));
      row.hidden = !fits;
      shown += fits;
    });
    one("[data-count]").textContent = `${shown} văn bản`;
    one("[data-nothing]").hidden = shown > 0;
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  one("[data-clear]").addEventListener("click", () => {
    form.reset();
    filter();
    one("[data-words]", form).focus();
  });
  filter(); // the browser may have kept what was typed
}
