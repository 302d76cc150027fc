import { all, button, one } from "./elements.js";

const tools = one("[data-tools]");
if (tools) {
  const [printer, copy] = [button("print", "In trang"), button("copy", "Sao chép đường dẫn")];
  printer.dataset.print = "";
  printer.addEventListener("click", () => print());
  copy.dataset.copy = "";
  tools.append(printer, ...(navigator.clipboard ? [copy] : []));
  Object.assign(tools, { className: "tools", hidden: false });
}
all("[data-copy]").forEach((copy) => {
  if (!navigator.clipboard) return;
  copy.hidden = false;
  const label = one("span", copy) ?? copy;
  const said = label.textContent;
  copy.addEventListener("click", async () => {
    const url = one("link[rel=canonical]")?.href ?? location.href;
    await navigator.clipboard.writeText(copy.dataset.copy || url);
    label.textContent = "Đã sao chép";
    setTimeout(() => (label.textContent = said), 2000);
  });
});
