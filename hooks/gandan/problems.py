"""A problem of the content: where it is, what is wrong, how to mend it, in words staff can act on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """An error stops the build; a warning is told and the page goes out."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """Where in the content: path below the ward's root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1


class Swap(NamedTuple):
    """The one right answer: `old` stands at a place (behind its quote, if it has one), `new` should."""

    place: Place
    old: str
    new: str


# Every code, with its level where no rule decides. HUONG-DAN.md explains each; a test holds the two together.
LEVELS: dict[str, Level] = {
    # T: the file
    "T101": Level.ERROR,  # not UTF-8
    "T102": Level.ERROR,  # a symbolic link
    "T103": Level.ERROR,  # too large
    "T104": Level.ERROR,  # a name that makes no address
    "T105": Level.ERROR,  # two files, one address
    "T106": Level.ERROR,  # a file the portal cannot do without
    "T107": Level.ERROR,  # a picture or attachment that is not there
    "T108": Level.WARNING,  # the folder's year is not the item's
    "T109": Level.WARNING,  # a file nobody reads
    "T110": Level.ERROR,  # a file that cannot be opened
    "T111": Level.ERROR,  # a file that is not what its name says
    "T112": Level.ERROR,  # a picture or packed file too large once it is opened
    "T113": Level.ERROR,  # an Office file with macros
    "T114": Level.ERROR,  # a picture that moves by itself
    # C: the letters
    "C101": Level.WARNING,  # decomposed letters (NFD)
    "C102": Level.WARNING,  # letters that only look like Đ
    "C103": Level.WARNING,  # invisible or control characters
    # Y: the form of YAML and front matter
    "Y101": Level.ERROR,  # cannot be read
    "Y102": Level.ERROR,  # a field twice
    "Y103": Level.ERROR,  # anchors, aliases, tags
    "Y104": Level.ERROR,  # no front matter
    "Y105": Level.ERROR,  # front matter without an end
    "Y106": Level.ERROR,  # a list where fields are wanted, or the other way round
    "Y107": Level.ERROR,  # nested too deep
    "Y108": Level.ERROR,  # half a value, taken for a remark
    # M: a field
    "M101": Level.ERROR,  # unknown
    "M102": Level.ERROR,  # missing
    "M103": Level.ERROR,  # not a date
    "M104": Level.ERROR,  # not one of the choices
    "M105": Level.ERROR,  # too long
    "M106": Level.ERROR,  # of the wrong form
    "M107": Level.ERROR,  # of the wrong shape
    "M108": Level.ERROR,  # a picture without words
    "M109": Level.WARNING,  # quotes that stay on the page
    # N: days that do not go together
    "N101": Level.ERROR,  # in force before it was issued
    "N102": Level.ERROR,  # out of force before it was in force
    "N103": Level.WARNING,  # a day that has not come yet
    "N104": Level.WARNING,  # updated or corrected before it was published
    "N105": Level.WARNING,  # replaced, but its last day is not written
    "N106": Level.WARNING,  # issued when its issuer did not exist
    "N107": Level.ERROR,  # two days of one record in the wrong order
    "N108": Level.WARNING,  # a day off, or a day worked in its place, that cannot be
    # S: figures and choices that do not go together
    "S101": Level.ERROR,  # a part that is more than its whole
    "S102": Level.ERROR,  # two fields of which one asks for, or forbids, the other
    # E: events of the calendar
    "E101": Level.ERROR,  # a rule of repetition that nobody can follow
    "E102": Level.WARNING,  # a day that the rule of repetition lacks
    "E103": Level.WARNING,  # a type of event that nobody knows
    "E104": Level.WARNING,  # an event, or its host, in two places
    # Q: references
    "Q101": Level.ERROR,  # a topic, group, issuer or directive that does not exist
    "Q102": Level.ERROR,  # two records of one document
    "Q103": Level.ERROR,  # a relation to itself, or two that contradict each other
    "Q104": Level.ERROR,  # one alias for two documents
    "Q105": Level.WARNING,  # a number that the register holds after all
    "Q106": Level.ERROR,  # one name twice in a list
    # V: citations in running text
    "V101": Level.WARNING,  # incomplete
    "V102": Level.WARNING,  # not in the register
    "V103": Level.WARNING,  # fits several documents
    "V104": Level.WARNING,  # disagrees with the register
    # B: the body
    "B101": Level.ERROR,  # HTML
    "B102": Level.ERROR,  # a link that could run something
    "B103": Level.ERROR,  # a link to a file that is not there
    "B104": Level.ERROR,  # nested too deep, or brackets without end
    "B105": Level.ERROR,  # a chart that cannot be drawn
    # A: old addresses
    "A101": Level.ERROR,  # an old address that is a page today
    "A102": Level.ERROR,  # an old address that leads nowhere
    "A103": Level.ERROR,  # a published address that would vanish
    # R: the private life of people. R1: what a text tells; R2: files; R3: exceptions and lists of people
    "R101": Level.ERROR,  # an identity number
    "R102": Level.WARNING,  # twelve figures that may be one
    "R103": Level.WARNING,  # a telephone that is no office's
    "R104": Level.WARNING,  # a bank account that seems a person's
    "R105": Level.WARNING,  # a bank account whose holder is not told
    "R106": Level.WARNING,  # a date of birth beside a name
    "R107": Level.WARNING,  # a vehicle's plate
    "R108": Level.WARNING,  # health or poverty beside a name
    "R109": Level.WARNING,  # a list of people with numbers; an identity number among them is an R101
    "R201": Level.ERROR,  # a picture that tells its place or its camera
    "R202": Level.WARNING,  # a picture larger than any screen
    "R203": Level.WARNING,  # an attachment in which not everything could be read
    "R204": Level.WARNING,  # a Word file with deleted words or remarks
    "R301": Level.WARNING,  # an exception that lets nothing through
    "R302": Level.ERROR,  # a list of people with more than the least
    "R303": Level.WARNING,  # a list of people whose day is over, still lying there
    # D: duties. D1: the rules, and what must be publicised; D2: consulting, answering, meeting, voting
    "D101": Level.ERROR,  # a rule weaker than the law
    "D102": Level.ERROR,  # a rule without what its clock counts, or that contradicts itself
    "D103": Level.ERROR,  # two rules for one thing on one day
    "D104": Level.WARNING,  # a year whose days off are not known
    "D105": Level.WARNING,  # on the site too late
    "D106": Level.WARNING,  # on the board too late
    "D107": Level.WARNING,  # never on the board
    "D108": Level.WARNING,  # on the board too short
    "D109": Level.WARNING,  # taken down though it is to stay
    "D110": Level.WARNING,  # read out too short
    "D111": Level.WARNING,  # a form that the law asks for was not used
    "D112": Level.ERROR,  # posted until a day before it was posted
    "D113": Level.WARNING,  # two postings of one place on one day
    "D114": Level.WARNING,  # publicised before it was decided
    "D115": Level.WARNING,  # planned, never publicised
    "D116": Level.WARNING,  # planned, publicised late
    "D117": Level.WARNING,  # a planned form was not used
    "D118": Level.ERROR,  # planned until a day before it begins
    "D119": Level.WARNING,  # rests on a document that is no longer in force
    "D120": Level.WARNING,  # on a board that nobody named
    "D201": Level.WARNING,  # a consultation that is too short
    "D202": Level.WARNING,  # a consultation without its result, or late with it
    "D203": Level.WARNING,  # a result that does not tell what became of the opinions
    "D204": Level.WARNING,  # answered late, or never
    "D205": Level.WARNING,  # a term for an answer that is longer than the rule
    "D206": Level.WARNING,  # an event that was told too late, or never
    "D207": Level.WARNING,  # an event that owes a result
    "D208": Level.WARNING,  # a vote sent or recognised late, or never
    "D209": Level.WARNING,  # recognised below its threshold
}


@dataclass(slots=True, unsafe_hash=True, order=True)  # not frozen, for that takes three times as long
class Problem:
    """One thing to mend; sorts by file, line, column.

    `ruled` is the level that the ward gave its rule in `data/quy-tac.yml`; it goes before that of the code.
    `swap` mends it, where only one answer is right. `name` is the field's as written, where nobody knows yet
    what the field is.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    ruled: Level | None = field(default=None, compare=False)
    swap: Swap | None = field(default=None, compare=False)
    name: str = field(default="", compare=False)

    def __reduce__(self) -> tuple[type["Problem"], tuple[object, ...]]:
        told = self.place, self.code, self.message, self.hint, self.ruled, self.swap, self.name
        return Problem, told  # a fifth of the time that a dataclass takes by itself

    @property
    def level(self) -> Level:
        return self.ruled or LEVELS[self.code]

    def __str__(self) -> str:
        where = f"{self.place.file}:{self.place.line}:{self.place.column}"
        return f"{where} {self.code} {self.message}" + (f" {self.hint}" if self.hint else "")


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Each once, as they sort; of two that say the same the first."""
    # tuples compare in a tenth of the time
    told = {(one.place, one.code, one.message, one.hint): one for one in reversed(problems)}
    return tuple(told[order] for order in sorted(told))


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that stop a build."""
    return tuple(problem for problem in problems if problem.level is Level.ERROR)
