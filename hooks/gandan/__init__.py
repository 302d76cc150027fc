"""The house of Gần Dân: how a ward's words and facts become a public site.

One way through, nothing flows back:

    read      files -> Raw          text with positions; judges nothing
    check     Raw -> records        the door: what passes is right, what does not is told in Vietnamese
    relate    records -> Portal     every cross-reference followed once, both ways
    views     Portal + day -> view  what a template may print
    feeds     Portal + day -> text  RSS, JSON feed, sitemap

`cache` keeps what one build made for the next; nothing needs it. `assemble` opens the first three, `command`
is the staff's door, the hook files beside this package are MkDocs' doors. `clock` is the only room that asks
for the day, and only doors may open it.
"""
