"""What every description needs: the portal, the day, full addresses, and the office that publishes."""

from datetime import date
from typing import Any, NamedTuple, TypeAlias

from gandan import addresses
from gandan.relate.portal import Portal

Node: TypeAlias = dict[str, Any]  # of JSON-LD

LANGUAGE = "vi"
SCHEMA = "https://schema.org"


class Frame(NamedTuple):
    """The portal on a day; `root` is the full address of the site."""

    portal: Portal
    today: date
    root: str

    def url(self, address: str) -> str:
        return addresses.full(self.root, address)

    @property
    def office(self) -> str:
        """What the office is known by on every page."""
        return f"{self.root}#co-quan"

    def publisher(self) -> Node:
        """Its id: the front page tells what it is under the same, Dublin Core on every page its name."""
        return {"@id": self.office}

    def topics(self, slugs: tuple[str, ...]) -> list[str]:
        """The names of topics, in the order of the Vietnamese alphabet."""
        return [topic.name for topic in self.portal.topics if topic.slug in slugs]

    def document(self, identity: str) -> str:
        return self.url(addresses.of_directive(identity))


def filled(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
