"""Items: news, questions with their answers, and other articles with the days they hold.

https://schema.org/NewsArticle, https://schema.org/QAPage, https://schema.org/Article
"""

from datetime import date

from gandan import addresses, markup
from gandan.linked.frame import Frame, Node, filled
from gandan.model import Consultation, Item, News, Notice, Question
from gandan.relate.portal import Article

ASKED, ANSWER = "Hỏi:", "Trả lời:"  # what staff write before a question and its answer
OPEN = ".."  # a day that is not known, or never comes (ISO 8601-2)


def node(article: Article[Item], frame: Frame) -> Node:
    """What one item is. Of a question nobody is named as its author."""
    if isinstance(article.item, Question):
        return _question(article, article.item, frame)
    kind = "NewsArticle" if isinstance(article.item, News) else "Article"
    return filled({"@type": kind, "headline": article.item.title, **_common(article, frame)})


def _common(article: Article[Item], frame: Frame) -> Node:
    """Address, summary, publisher and language stand beside it, in the page's own head and in Dublin Core."""
    item = article.item
    return {
        "datePublished": item.date.iso,
        "dateModified": item.updated.isoformat() if item.updated else None,
        "image": frame.url(addresses.of_picture(article.address, item.image)) if item.image else None,
        "creditText": item.author,
        "temporalCoverage": _term(item),
        "citation": [frame.document(one) for one in article.cites if one in frame.portal.documents],
    }


def _term(item: Item) -> str | None:
    """`2026-11-12/2026-12-12`: the days on which a notice applies, on which people may speak."""
    if isinstance(item, Consultation):
        return interval(item.opens, item.closes)
    if isinstance(item, Notice) and item.until:
        return interval(item.from_ or item.date.day, item.until)
    return None


def interval(first: date | None, last: date | None) -> str | None:
    """Two days, both included, as ISO 8601 has them; None where neither is known."""
    if first is None and last is None:
        return None
    return "/".join(day.isoformat() if day else OPEN for day in (first, last))


def _question(article: Article[Item], one: Question, frame: Frame) -> Node:
    asked, mark, answer = markup.plain(article.body).partition(ANSWER)
    answered = one.answered if one.answered and one.answered <= frame.today else None
    answer_node = {
        "@type": "Answer",
        "text": (answer if mark else asked).strip() or one.title,
        "dateCreated": answered.isoformat() if answered else None,
        "author": {"@id": frame.office},
        "url": frame.url(article.address),
    }
    question = {
        "@type": "Question",
        "name": one.title,
        "text": asked.strip().removeprefix(ASKED).strip() if mark else None,
        "dateCreated": one.asked.isoformat(),
        "answerCount": int(answered is not None),
        "acceptedAnswer": answer_node if answered else None,
    }
    page = {"@type": "QAPage", "name": one.title, **_common(article, frame)}
    return filled({**page, "mainEntity": filled(question)})
