"""word/settings.xml: what is put in, in the order the schema wants, and what is taken out.

    <w:settings><w:zoom w:percent="100"/><w:footnotePr>...</w:footnotePr>
      <w:compat><w:compatSetting w:name="compatibilityMode" w:val="15" .../></w:compat></w:settings>

Out: `w:updateFields` (Word would ask on opening), revision ids, the path of the designer's
template, protection, tracking of changes, and what default templates of other programs leave behind
(a zoom without a number, layout for the Far East, Japanese as the language of the theme). In:
compatibility mode 15, without which Word lays out as in 2007, and what else Word always writes.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, w, words
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts

_ORDER = words(
    "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors "
    "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
    "stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
    "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
    "showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
    "doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne "
    "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture "
    "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
    "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars "
    "rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
    "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_PLACES = {name: place for place, name in enumerate(_ORDER)}
_UNWANTED = (
    "updateFields", "rsids", "attachedTemplate", "documentProtection", "writeProtection",
    "trackRevisions", "proofState", "mailMerge", "revisionView", "savePreviewPicture",
)  # fmt: skip
BRITISH = "en-GB"
_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_COLOURS = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2",
    **{name: name for name in words(
        "accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink"
    )},
}  # fmt: skip
_WORDS_OWN = (
    w("defaultTabStop", val=720),
    w("characterSpacingControl", val="doNotCompress"),
    w("clrSchemeMapping", **_COLOURS),
    w("decimalSymbol", val="."),
    w("listSeparator", val=","),
)


def settings_part(parts: Parts) -> Element:
    """The settings, made when the template has none."""
    name = parts.related_part(DOCUMENT, "settings")
    if name is None:
        name = "word/settings.xml"
        parts.add(name, w("settings"), WORD_TYPE + "settings+xml")
        parts.relate(DOCUMENT, "settings", name)
    return parts.xml(name)


def put_setting(parts: Parts, setting: Element) -> None:
    """Put a setting in its place, instead of any other of its name."""
    root = settings_part(parts)
    place = _PLACES[_local(setting)]
    old = root.find(setting.tag)
    if old is not None:
        root.remove(old)
    for other in root:
        if _PLACES.get(_local(other), len(_ORDER)) > place:
            other.addprevious(setting)
            return
    root.append(setting)


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def tidy_settings(parts: Parts, language: str) -> None:
    """Take out what must not be in a published paper; set the compatibility mode.

    language: of the text, such as 'en-GB'. What Word writes into every file is put in where it is
    missing, and takes nothing from what the template says.
    """
    root = settings_part(parts)
    for name in _UNWANTED:
        for node in root.findall(clark(f"w:{name}")):
            root.remove(node)
    zoom = root.find(clark("w:zoom"))
    if zoom is None or not zoom.get(clark("w:percent")):
        put_setting(parts, w("zoom", percent=100))
    _set_compatibility(parts)
    put_setting(parts, w("themeFontLang", val=language))
    for setting in _WORDS_OWN:
        if root.find(setting.tag) is None:
            put_setting(parts, deepcopy(setting))


def _set_compatibility(parts: Parts) -> None:
    """The settings of Word 2013 and later; what a template says of any but the mode stays."""
    root = settings_part(parts)
    compat = root.find(clark("w:compat"))
    if compat is None:
        compat = w("compat")
        put_setting(parts, compat)
    for far_east in compat.findall(clark("w:useFELayout")):
        compat.remove(far_east)
    said = {node.get(clark("w:name")): node for node in compat.iter(clark("w:compatSetting"))}
    for name, value in _COMPATIBILITY.items():
        setting = said.get(name)
        if setting is None:
            setting = w("compatSetting", name=name, uri=_WORD, val=value)
        if name == "compatibilityMode":
            setting.set(clark("w:val"), str(value))
        compat.append(setting)  # in the order of Word
