"""The rules of what the law asks of a paper. Days and paragraphs are the jurisdiction's own."""

from __future__ import annotations

from generator.model.issues import Rule

_CLEAR = "Local Government Act 1972, sections 100A(6) and 100B; SI 2012/2089, regulations 6 and 7"
_NOTICE = "SI 2012/2089, regulations 9 to 11"
_EXEMPT = "Local Government Act 1972, section 100A(4) and Schedule 12A"
_PAPERS = "Local Government Act 1972, section 100D"
_LATE = "Local Government Act 1972, section 100B(4)(b)"

# ---------------------------------------------------------------- days
CLEAR_DAYS = Rule(
    "lawful.clear-days",
    "lawful",
    "error",
    "Between the day of publication and the meeting there are fewer clear days than the law asks "
    "for. The item may not be considered unless the chair accepts it as urgent.",
    "Publish earlier, take the report to a later meeting, or say in report.yaml why it is urgent.",
    _CLEAR,
)
URGENT_ITEM = Rule(
    "lawful.urgent",
    "lawful",
    "warning",
    "The report is published late as an urgent item. The chair must accept the special "
    "circumstances, and the paper and the minutes must say what they are.",
    "See that the chair agrees, and that the reason stands in the report.",
    _LATE,
)
LATE_UNEXPLAINED = Rule(
    "lawful.late-item",
    "lawful",
    "error",
    "The paper says that it is late or urgent, and not why. An item that was not open to "
    "inspection is considered only by reason of special circumstances, which must be stated.",
    "State the special circumstances for which the chair is asked to accept it.",
    _LATE,
)
DESPATCH_PAST = Rule(
    "lawful.despatch",
    "lawful",
    "warning",
    "The last day to publish the report in time for its meeting is past.",
    "Ask democratic services whether it can be an urgent item, or goes to a later meeting.",
    _CLEAR,
)
NOTICE_SHORT = Rule(
    "lawful.notice",
    "lawful",
    "error",
    "A key decision would be taken with less notice in the forward plan than the law asks for.",
    "Take the decision later, or say under which exception it is taken: notice: in report.yaml.",
    _NOTICE,
)
NOTICE_UNKNOWN = Rule(
    "lawful.notice-unknown",
    "lawful",
    "warning",
    "The report asks for a key decision, and does not say when notice was given in the forward "
    "plan, so that nobody can check it.",
    "Write notice: {date: ...} in report.yaml.",
    _NOTICE,
)
NOTICE_EXCEPTION = Rule(
    "lawful.exception",
    "lawful",
    "warning",
    "A key decision is taken without full notice. The chair of scrutiny must be told, "
    "or must agree where it is of special urgency, and a notice of the reasons is published.",
    "See that this was done, and that the reasons are published.",
    _NOTICE,
)
MEETING_DAY = Rule(
    "lawful.meeting-day",
    "lawful",
    "hint",
    "The meeting is on a weekend or a bank holiday, which is seldom meant.",
    "Check the date of the meeting.",
)
MEETING_DATE = Rule(
    "lawful.meeting-date",
    "lawful",
    "error",
    "The paper gives different dates for its meeting, or another than report.yaml. Clear days "
    "depend on it, and the public must know when to come.",
    "Correct the date that is wrong.",
    _CLEAR,
)
# ---------------------------------------------------------------- exempt matter
PARAGRAPH_UNKNOWN = Rule(
    "lawful.exempt-paragraph",
    "lawful",
    "error",
    "The paper names a paragraph of the schedule under which nothing can be exempt.",
    "Name the paragraph that the information falls under.",
    _EXEMPT,
)
PARAGRAPH_UNNAMED = Rule(
    "lawful.exempt-unnamed",
    "lawful",
    "error",
    "The paper is marked as not for publication, and names no paragraph of the schedule. The "
    "public must be told on which grounds a paper is kept from it.",
    "Say under which paragraph it is exempt.",
    _EXEMPT,
)
PARAGRAPH_DIFFERS = Rule(
    "lawful.exempt-differs",
    "lawful",
    "error",
    "The paper names other paragraphs in one place than in another, or than report.yaml.",
    "Name the same paragraphs everywhere.",
    _EXEMPT,
)
INTEREST_UNSAID = Rule(
    "lawful.public-interest",
    "lawful",
    "error",
    "A paper is exempt only where keeping it private outweighs the public interest in publishing "
    "it, and this one says nothing of the public interest.",
    "Say why the public interest in keeping it private is the greater.",
    "Local Government Act 1972, Schedule 12A, paragraph 10",
)
RESOLUTION_UNSAID = Rule(
    "lawful.resolution",
    "lawful",
    "warning",
    "An exempt paper is considered in private only where the meeting resolves to exclude the "
    "public, and this paper does not ask for that.",
    "Add the resolution, in the words that the council uses.",
    _EXEMPT,
)
PAGES_UNMARKED = Rule(
    "lawful.marking",
    "lawful",
    "warning",
    "A paper that is not for publication does not say so in header or footer, or not on every kind "
    "of page (first, even, landscape), so that a single page of it looks like any other.",
    "Put the marking into the header or the footer of every page.",
    _EXEMPT,
)
MARKED_PUBLIC = Rule(
    "lawful.public-marking",
    "lawful",
    "error",
    "A paper that is public is marked as not for publication, or a paper says both.",
    "Find out which it is, and remove the other marking.",
    _EXEMPT,
)
EXEMPT_LEAK = Rule(
    "lawful.exempt-leak",
    "lawful",
    "error",
    "The copy for publication says what stands in exempt material, in its text, in an alternative "
    "text, behind a chart or in the properties of the file.",
    "Take the words out of the public part.",
    _EXEMPT,
    {"words": 8},
)
EXEMPT_AMOUNT = Rule(
    "lawful.exempt-amount",
    "lawful",
    "warning",
    "The copy for publication names an amount of money that stands in exempt material too.",
    "Check that the amount may be known.",
    _EXEMPT,
)
# ---------------------------------------------------------------- background papers
PAPERS_UNSAID = Rule(
    "lawful.background-papers",
    "lawful",
    "warning",
    "Under the heading of background papers there is nothing, not even that there are none.",
    "List the papers, or say that there are none.",
    _PAPERS,
)
PAPER_EXEMPT = Rule(
    "lawful.background-exempt",
    "lawful",
    "error",
    "An exempt or confidential paper is listed among the background papers, which everybody may "
    "inspect.",
    "Take it off the list.",
    _PAPERS,
)
PAPER_PUBLISHED = Rule(
    "lawful.background-published",
    "lawful",
    "hint",
    "A published work, such as an Act, is listed among the background papers. These are "
    "unpublished papers on which the report relies.",
    "Mention it in the text instead.",
    _PAPERS,
)
