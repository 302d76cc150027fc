"""The files of a build as MkDocs asks for them."""

import json
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from gandan.building import Building
    from gandan.views.site import Plan


class Wanted(Files):
    """The files of the pages to be made; the files of all others, and of attachments, stand behind them for
    whoever asks by name."""

    def __init__(self, building: "Building", config: MkDocsConfig) -> None:
        self._config = config  # and the building in it alone, so that nobody holds it when it is taken out
        self._asked: dict[str, File] = {}
        wanted = (building.plans[address] for address, marked in building.marked.items() if marked)
        super().__init__([self._file(plan.source, plan) for plan in wanted])

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a page or an attachment, whether it is to be made or not."""
        if found := super().get_file_from_path(path):
            return found
        building = self._config.extra["building"]
        if path not in self._asked and (path in building.sources or path in building.attached):
            self._asked[path] = self._file(path, building.sources.get(path))
        return self._asked.get(path)

    def _file(self, name: str, plan: "Plan | None") -> File:
        config = self._config
        if plan and plan.file is None:
            front = f"---\ntitle: {json.dumps(plan.title, ensure_ascii=False)}\n---\n"
            file = File.generated(config, name, content=front)
        else:
            file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls)
            file.dest_uri = plan.page if plan else name
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return file
