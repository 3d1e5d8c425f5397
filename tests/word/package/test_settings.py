"""Settings: leftovers out, what Word always writes in."""

from __future__ import annotations

from generator.word.package.elements import Element, clark, parse
from generator.word.package.namespaces import DECLARED
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.settings import settings_part, tidy_settings

from ..samples import SCRUTINY

MODES = [
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
    ("useWord2013TrackBottomHyphenation", "0"),
]


def tidied(settings: str, language: str = "en-GB") -> Element:
    parts = Parts(SCRUTINY.read_bytes())
    name = parts.related_part(DOCUMENT, "settings")
    assert name is not None
    made = parse(f"<w:settings {DECLARED}>{settings}</w:settings>".encode())
    parts.add(name, made, parts.content_type(name))
    tidy_settings(parts, language)
    return settings_part(parts)


def names(root: Element) -> list[str]:
    return [str(child.tag).rsplit("}", 1)[-1] for child in root]


def modes(root: Element) -> list[tuple[str | None, str | None]]:
    found = root.iter(clark("w:compatSetting"))
    return [(node.get(clark("w:name")), node.get(clark("w:val"))) for node in found]


def test_empty_settings_get_what_word_writes_into_every_file() -> None:
    root = tidied("")
    assert names(root) == [
        "zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang",
        "clrSchemeMapping", "decimalSymbol", "listSeparator",
    ]  # fmt: skip
    assert modes(root) == MODES


def test_leftovers_of_a_default_template_are_taken_out() -> None:
    root = tidied(
        '<w:zoom w:val="bestFit"/><w:savePreviewPicture/><w:compat><w:useFELayout/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="u" w:val="14"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>',
        "cy-GB",
    )
    assert dict(root[0].attrib) == {clark("w:percent"): "100"}
    assert modes(root) == MODES
    assert names(root).count("compat") == 1
    assert "savePreviewPicture" not in names(root)
    assert root.find(f"{clark('w:compat')}/{clark('w:useFELayout')}") is None
    language = root.find(clark("w:themeFontLang"))
    assert language is not None
    assert dict(language.attrib) == {clark("w:val"): "cy-GB"}


def test_what_a_template_says_for_itself_stays() -> None:
    setting = '<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="u" w:val="0"/>'
    root = tidied(
        f'<w:zoom w:percent="80"/><w:defaultTabStop w:val="360"/><w:compat>{setting}</w:compat>'
    )
    assert root[0].get(clark("w:percent")) == "80"
    assert root[1].get(clark("w:val")) == "360"
    assert ("enableOpenTypeFeatures", "0") in modes(root)
