"""word/settings.xml: what is put in, in the order the schema wants, and what is taken out.

    <w:settings><w:zoom w:percent="100"/><w:footnotePr>...</w:footnotePr>
      <w:compat><w:compatSetting w:name="compatibilityMode" w:val="15" .../></w:compat></w:settings>

Out: `w:updateFields` (Word would ask on opening), revision ids, the path of the designer's
template, protection, tracking of changes. In: compatibility mode 15, without which Word lays out as
in 2007.
"""

from __future__ import annotations

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
    "trackRevisions", "proofState", "mailMerge", "revisionView",
)  # fmt: skip
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"


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


def tidy_settings(parts: Parts) -> None:
    """Take out what must not be in a published paper; set the compatibility mode."""
    root = settings_part(parts)
    for name in _UNWANTED:
        for node in root.findall(clark(f"w:{name}")):
            root.remove(node)
    compat = root.find(clark("w:compat"))
    if compat is None:
        compat = w("compat")
        put_setting(parts, compat)
    for node in compat.findall(clark("w:compatSetting")):
        if node.get(clark("w:name")) == "compatibilityMode":
            compat.remove(node)
    mode = {"name": "compatibilityMode", "uri": _COMPATIBILITY, "val": "15"}
    compat.append(w("compatSetting", **mode))
