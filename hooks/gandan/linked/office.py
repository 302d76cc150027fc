"""The ward's office and its site: https://schema.org/GovernmentOffice, https://schema.org/WebSite."""

import re

from gandan import addresses
from gandan.linked.frame import LANGUAGE, Frame, Node, filled
from gandan.model.ward import Contact

VIETNAM = "+84"  # takes the place of the first 0 (ITU-T E.164)


def office(frame: Frame) -> Node:
    """Name, address, telephones, hours. Hours are words of the ward's own: nothing is guessed of them."""
    ward = frame.portal.ward
    area = {
        "@type": "AdministrativeArea",
        "name": ward.name,
        "containedInPlace": {"@type": "AdministrativeArea", "name": ward.city},
    }
    return filled(
        {
            "@type": "GovernmentOffice",
            **frame.publisher(),
            "name": ward.authority,
            "url": frame.root,
            "address": ward.address,
            "email": ward.email,
            "telephone": international(ward.telephones[0].number),
            "contactPoint": [_contact(one) for one in ward.telephones],
            "openingHoursSpecification": _hours(ward.hours),
            "areaServed": area,
        }
    )


def site(frame: Frame) -> Node:
    """The site, and how it is searched."""
    way = f"{frame.url(addresses.LOOKUP)}?q={{q}}"
    return {
        "@type": "WebSite",
        "@id": f"{frame.root}#trang",
        "url": frame.root,
        "name": frame.portal.ward.name,
        "inLanguage": LANGUAGE,
        "publisher": frame.publisher(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": way},
            "query-input": "required name=q",
        },
    }


def international(number: str) -> str:
    """`0200 000 0001` -> `+842000000001`; a short number stays as it is."""
    digits = re.sub(r"[ .]", "", number)
    return f"{VIETNAM}{digits[1:]}" if digits.startswith("0") else digits


def _contact(one: Contact) -> Node:
    hours = _hours(one.hours) if one.hours else None
    return filled(
        {
            "@type": "ContactPoint",
            "contactType": one.name,
            "telephone": international(one.number),
            "hoursAvailable": hours,
        }
    )


def _hours(words: str) -> Node:
    return {"@type": "OpeningHoursSpecification", "description": words}
