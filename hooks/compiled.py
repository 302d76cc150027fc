"""Templates as Python, kept for the next build beside what Python itself has compiled.

They lie in the environment, whose code is trusted as it is, and never in `.cache/`, which machines hand to
each other and whose bytes nobody may run. Where the environment takes nothing, each build compiles them.
"""

import marshal
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from gandan.cache import Store, digest
from gandan.installed import version

PLACE = Path(jinja2.__file__).parent / "__pycache__"
PLAIN = (str, bool, type(None))


class Compiled(BytecodeCache):
    """The templates of an environment whose settings are made: a pack each, by its name, under the key of its
    source, of all by which Jinja would compile it otherwise, and of our software and Python."""

    def __init__(self, environment: Environment, place: Path = PLACE) -> None:
        self._store = Store(place)
        plain = {name: one for name, one in vars(environment).items() if isinstance(one, PLAIN)}
        self._told = repr((version("Jinja2"), plain, sorted(environment.extensions)))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Wherever the checkout stands: an environment that serves many keeps no more for it."""
        return "gandan-" + name.replace("/", "-")

    def get_source_checksum(self, source: str) -> str:
        return digest(f"{self._told}\n{source}".encode()).hex()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code and filename:  # for whoever reads of a mistake in it
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        parts = self._store.load(bucket.key, bucket.checksum)
        if parts:
            bucket.code = marshal.loads(parts["code"])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.save(bucket.key, bucket.checksum, {"code": marshal.dumps(bucket.code)})
