"""axe-core on every page type in every way to read it."""

from collections.abc import Iterable, Mapping
from typing import Any

import looks
from looks import Look
from playwright.sync_api import Browser

# All rules: best practices, AAA and experimental ones, too.
ASK = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const { violations } = await axe.run(document, { rules, resultTypes: ["violations"] });
  return violations.map(({ id, impact, nodes: [{ html }] }) => ({ id, impact, html }));
}"""
STOCK = tuple(
    Look(width, "light", 100, unfolded) for width in ("phone", "desk") for unfolded in (False, True)
)
# What Material shows only when it is asked.
MATERIAL_UNFOLD = """() => {
  const open = matchMedia("(min-width: 60em)").matches ? "__search" : "__drawer";
  document.querySelector(`#${open}`)?.click();
}"""


def examine(
    browser: Browser,
    axe: str,
    host: str,
    pages: Mapping[str, str],
    ways: Iterable[Look] = looks.EVERY,
    unfold: str = "",
) -> dict[str, Any]:
    """Name -> address of the pages -> how many states were asked, how many had a violation, and which."""
    states, faulty, found = 0, 0, dict[str, dict[str, Any]]()
    page = browser.new_page(reduced_motion="reduce")
    for look in ways:
        look.take(page)
        for name, address in pages.items():
            page.goto(host + address, wait_until="load")
            look.settle(page)
            if unfold and look.unfolded:
                page.evaluate(unfold)
                page.wait_for_timeout(300)
            page.evaluate(axe)
            violations = page.evaluate(ASK)
            states += 1
            faulty += bool(violations)
            for one in violations:
                kept = found.setdefault(one["id"], one | {"states": 0, "first": f"{name}, {look}"})
                kept["states"] += 1
    page.close()
    return {"states": states, "faulty": faulty, "violations": list(found.values())}
