"""The appendices of report.yaml, and the files that some of them are made from."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from generator.config.config_rules import REPORT_APPENDIX
from generator.config.report.exemptions import exemption_at
from generator.config.report.report_context import ReportContext
from generator.config.workspace import path_inside
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import InputProblems
from generator.model.report import Appendix, Recommendation

_SUFFIXES = {"csv": (".csv",), "file": (".docx", ".xlsx")}
_BETTER = {
    ".docm": "save it as .docx, without macros",
    ".doc": "save it as .docx",
    ".xlsm": "save it as .xlsx, without macros",
    ".xls": "save it as .xlsx",
    ".odt": "save it as .docx",
    ".ods": "save it as .xlsx",
    ".pdf": "give the .docx that it was made from, or say listed_only: true without a path",
}


def read_appendices(context: ReportContext, folder: Path) -> tuple[Appendix, ...]:
    """The appendices in order. folder: the report's, in which their files must lie."""
    found: list[Appendix] = []
    for path, item in context.items("appendices"):
        if item["key"] in (appendix.key for appendix in found):
            what = f"the key {item['key']!r} stands twice"
            context.add(
                REPORT_APPENDIX, (*path, "key"), what, "give one of the two appendices another key"
            )
        found.append(_appendix(context, path, item, folder))
    return tuple(found)


def check_names(
    context: ReportContext,
    appendices: tuple[Appendix, ...],
    recommendations: dict[str, tuple[Recommendation, ...]],
) -> None:
    """A name that references point at may stand for one thing only."""
    taken = {appendix.key: "an appendix" for appendix in appendices}
    for group, items in recommendations.items():
        for index, item in enumerate(items):
            if not item.name:
                continue
            if item.name in taken:
                what = f"the name {item.name!r} is that of {taken[item.name]} already"
                path = ("recommendations", group, index, "name")
                context.add(REPORT_APPENDIX, path, what, "choose another name")
            taken.setdefault(item.name, "a recommendation")


def _appendix(
    context: ReportContext, path: YamlPath, item: dict[str, Any], folder: Path
) -> Appendix:
    named = item.get("path", "")
    content = item.get("content") or _content_of(named)
    place = ""
    if content in _SUFFIXES and (named or not item.get("listed_only")):
        place = _file(context, path, named, content, folder)
    elif named:
        what = f"an appendix of content {content} has no file"
        context.add(
            REPORT_APPENDIX, (*path, "path"), what, "remove the path, or write content: file"
        )
    if item.get("sheet") and not named.lower().endswith(".xlsx"):
        context.add(REPORT_APPENDIX, (*path, "sheet"), "only an .xlsx file has sheets", "remove it")
    return Appendix(
        key=item["key"],
        title=item["title"],
        content=content,
        where=context.where(*path),
        path=place,
        sheet=item.get("sheet", ""),
        landscape=item.get("landscape", False),
        listed_only=item.get("listed_only", False),
        exemption=exemption_at(context, (*path, "exempt"), item["exempt"])
        if "exempt" in item
        else None,
        options={key: _option(value) for key, value in item.get("options", {}).items()},
    )


def _content_of(named: str) -> Any:
    if not named:
        return "narrative"
    return "csv" if named.lower().endswith(".csv") else "file"


def _option(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file(context: ReportContext, path: YamlPath, named: str, content: str, folder: Path) -> str:
    """The absolute path of an appendix's file, '' after noting why there is none."""
    if not named:
        what = f"an appendix of content {content} needs a 'path'"
        context.add(REPORT_APPENDIX, path, what, "add it: the file, from the report's folder")
        return ""
    suffix = PurePosixPath(named).suffix.lower()
    if suffix not in _SUFFIXES[content]:
        what = f"expected {' or '.join(_SUFFIXES[content])}, got {named!r}"
        context.add(REPORT_APPENDIX, (*path, "path"), what, _BETTER.get(suffix, ""))
        return ""
    try:
        return path_inside(named, folder, context.where(*path, "path")).as_posix()
    except InputProblems as error:
        context.problems.found.extend(error.problems)
        return ""
