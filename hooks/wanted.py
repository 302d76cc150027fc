"""The files of a build as MkDocs asks for them."""

import json
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from gandan.building import Building


class Wanted(Files):
    """The files of the pages to be made; the files of all others, and of attachments, stand behind them for
    whoever asks by name."""

    def __init__(self, building: "Building", config: MkDocsConfig) -> None:
        self._config, self._attached = config, building.attached
        self._plans = {plan.source: plan for plan in building.plans.values()}
        self._asked: dict[str, File] = {}
        wanted = (name for name, plan in self._plans.items() if building.marked.get(plan.address))
        super().__init__([self._file(name) for name in wanted])

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a page or an attachment, whether it is to be made or not."""
        if found := super().get_file_from_path(path):
            return found
        if path not in self._asked and (path in self._plans or path in self._attached):
            self._asked[path] = self._file(path)
        return self._asked.get(path)

    def _file(self, name: str) -> File:
        config, plan = self._config, self._plans.get(name)
        if plan and plan.file is None:
            front = f"---\ntitle: {json.dumps(plan.title, ensure_ascii=False)}\n---\n"
            file = File.generated(config, name, content=front)
        else:
            file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls)
            file.dest_uri = plan.page if plan else name
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return file
