"""The records a ward keeps, each field described once: type, label, hint, limit."""

from gandan.model.consultation import Consultation, Feedback, Outcome
from gandan.model.decision import Decision, Recognition
from gandan.model.directive import Directive, Relation
from gandan.model.disclosure import Catalogue, Content, Disclosure, Form, Posting
from gandan.model.event import Change, Event
from gandan.model.exemplar import Exemplar, Figure
from gandan.model.fields import Moment, PartialDay
from gandan.model.holidays import Year
from gandan.model.item import Item
from gandan.model.news import News
from gandan.model.notice import Notice
from gandan.model.page import Page
from gandan.model.privacy import Annex, Naming, Permit
from gandan.model.question import Question
from gandan.model.record import Attachment, Correction, Record
from gandan.model.rule import PlannedDisclosure, Rule
from gandan.model.supervision import Supervision
from gandan.model.ward import Abbreviation, Contact, Group, Issuer, OldAddress, Removal, Topic, Ward

__all__ = [
    "Abbreviation",
    "Annex",
    "Attachment",
    "Catalogue",
    "Change",
    "Consultation",
    "Contact",
    "Content",
    "Correction",
    "Decision",
    "Directive",
    "Disclosure",
    "Event",
    "Exemplar",
    "Feedback",
    "Figure",
    "Form",
    "Group",
    "Issuer",
    "Item",
    "Moment",
    "Naming",
    "News",
    "Notice",
    "OldAddress",
    "Outcome",
    "Page",
    "PartialDay",
    "Permit",
    "PlannedDisclosure",
    "Posting",
    "Question",
    "Recognition",
    "Record",
    "Relation",
    "Removal",
    "Rule",
    "Supervision",
    "Topic",
    "Ward",
    "Year",
]
