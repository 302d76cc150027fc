"""The page of open data as https://schema.org/DataCatalog."""

from gandan import addresses
from gandan.linked.frame import LANGUAGE, Frame, Node, filled
from gandan.opendata.kinds import DATASETS, Dataset
from gandan.views import outward

FORMS = {"csv": "text/csv", "json": "application/json"}


def node(title: str, frame: Frame) -> Node:
    """Every kind with its files, and the licence where its address is known."""
    licence = outward.link(frame.portal.ward.licence or "").url
    return filled(
        {
            "@type": "DataCatalog",
            "name": title,
            "url": frame.url(addresses.OPEN_DATA),
            "license": licence,
            "inLanguage": LANGUAGE,
            "publisher": frame.publisher(),
            "dataset": [_dataset(one, frame) for one in DATASETS],
        }
    )


def _dataset(one: Dataset, frame: Frame) -> Node:
    files = [
        {
            "@type": "DataDownload",
            "encodingFormat": kind,
            "contentUrl": frame.url(addresses.of_data(one.kind, form)),
        }
        for form, kind in FORMS.items()
    ]
    ward = frame.portal.ward
    return {
        "@type": "Dataset",
        "name": one.name,
        "description": f"{one.name} của {ward.name}, {ward.city}, dạng bảng tính và JSON.",
        "distribution": files,
    }
