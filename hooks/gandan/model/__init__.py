"""The records a ward keeps, each field described once: type, label, hint, limit."""

from gandan.model.directive import Directive, Relation
from gandan.model.fields import Moment, PartialDay
from gandan.model.news import News
from gandan.model.page import Page
from gandan.model.record import Attachment, Correction, Item, Record
from gandan.model.ward import Abbreviation, Contact, Group, Issuer, OldAddress, Removal, Topic, Ward

__all__ = [
    "Abbreviation",
    "Attachment",
    "Contact",
    "Correction",
    "Directive",
    "Group",
    "Issuer",
    "Item",
    "Moment",
    "News",
    "OldAddress",
    "Page",
    "PartialDay",
    "Record",
    "Relation",
    "Removal",
    "Topic",
    "Ward",
]
