"""A share of the inputs of `make fuzz`, the same at every run."""

import fuzz
import pytest


@pytest.mark.parametrize(("kind", "count"), [("facts", 4000), ("words", 2500), ("front", 250)])
def test_what_nobody_wrote_is_told_or_published_as_written(kind: str, count: int) -> None:
    found = fuzz.run(kind, count)
    assert found["taken"] > count / 20 and found["refused"] > count / 20
