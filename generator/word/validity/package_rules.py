"""The rules of a file as a package: its zip, content types, relationships, XML and properties."""

from __future__ import annotations

from generator.model.issues import Rule

_OPC = "ISO/IEC 29500-2, Open Packaging Conventions"
_SAVE = "Open the file in Word, let it mend what it can, and save it under a new name."
_ASK = "Do not open the file. Ask whoever sent it for a new copy."

ZIP_DAMAGED = Rule(
    "valid.zip",
    "valid",
    "error",
    "The file is no whole .docx: it is cut off or damaged, is protected by a password, or is "
    "packed in a way that Word does not read.",
    "Ask for the file again, or save it again as .docx without a password.",
    _OPC,
)
ZIP_TOO_LARGE = Rule(
    "valid.zip-size",
    "valid",
    "error",
    "The file unpacks to far more than a document can need. Such files are made to bring a "
    "computer to a stop, and nothing in it was read.",
    _ASK,
)
PART_NAME = Rule(
    "valid.part-name",
    "valid",
    "error",
    "A part of the file stands in it twice, or is named so that it would lie outside the file "
    "when it is unpacked.",
    _ASK,
    _OPC,
)
TYPES_DAMAGED = Rule(
    "valid.content-types",
    "valid",
    "error",
    "The list of content types, [Content_Types].xml, is missing or damaged, or says two things "
    "of one part. Word cannot tell what the parts of the file are.",
    _SAVE,
    _OPC,
)
TYPE_WRONG = Rule(
    "valid.content-type",
    "valid",
    "error",
    "A part has no content type, or that of another kind of part, so that Word refuses the file "
    "or leaves the part out.",
    _SAVE,
    _OPC,
)
TYPE_OF_NOTHING = Rule(
    "valid.content-type-unused",
    "valid",
    "warning",
    "The list of content types names a part that is not in the file: something was lost.",
    _SAVE,
    _OPC,
)
MAIN_MISSING = Rule(
    "valid.main-part",
    "valid",
    "error",
    "The file does not say which part holds its text, or says it of two, or that part is missing.",
    _SAVE,
    _OPC,
)
TARGET_MISSING = Rule(
    "valid.relationship",
    "valid",
    "error",
    "A relationship leads to a part that is not in the file, or belongs to no part: a picture, a "
    "chart, a header or another piece was lost.",
    _SAVE,
    _OPC,
)
RELATIONSHIP_TWICE = Rule(
    "valid.relationship-id",
    "valid",
    "error",
    "Two relationships of a part have one id, or one has none, so that a link or picture may lead "
    "to another.",
    _SAVE,
    _OPC,
)
REFERENCE_LOOSE = Rule(
    "valid.reference",
    "valid",
    "error",
    "Something in the text refers to a relationship that its part does not have: a picture, chart, "
    "link or header that is not there. Word refuses such a file, or shows a red cross.",
    "Insert again what the message names, or delete it.",
    _OPC,
)
LINK_UNSAFE = Rule(
    "valid.link",
    "valid",
    "error",
    "A link would run a program or script, or something else than a web page, an e-mail address, a "
    "telephone or a file.",
    "Take the link out, or link to a web address.",
)
LINK_LOCAL = Rule(
    "valid.link-to-file",
    "private",
    "warning",
    "A link leads to a file on one computer or network. Nobody else can open it, and its path "
    "tells names of people, folders and servers.",
    "Link to a web address, or take the link out.",
)
FETCHED = Rule(
    "valid.fetched",
    "private",
    "warning",
    "Something is not in the file but is fetched from elsewhere when somebody opens it: it may "
    "change or vanish, and its owner learns who reads.",
    "Put the picture or object into the document itself; for a template, choose Normal.",
)
UNREACHED = Rule(
    "valid.part-unused",
    "private",
    "warning",
    "The file holds something that nothing in it leads to: a part, or a note of the zip. No page "
    "shows it, but whoever unpacks the file reads it.",
    "Save the file in Word under a new name, which leaves such parts out.",
    _OPC,
)
XML_DAMAGED = Rule(
    "valid.xml",
    "valid",
    "error",
    "A part is not well-formed XML, or is written in other letters than UTF-8 or UTF-16, so that "
    "Word refuses the whole file.",
    _SAVE,
    "Extensible Markup Language 1.0",
)
XML_ENTITIES = Rule(
    "valid.entities",
    "valid",
    "error",
    "A part has a document type or entities, which no office program writes. They can fill a "
    "computer's memory or read its files. The part was not read.",
    _ASK,
    _OPC,
)
ROOT_WRONG = Rule(
    "valid.root",
    "valid",
    "error",
    "A part begins with an element of another kind of part, or of an unknown namespace, or is "
    "written in the strict form of the format where the text is not, so that Word finds nothing "
    "in it.",
    _SAVE,
    "ISO/IEC 29500-1",
)
IGNORABLE_UNDECLARED = Rule(
    "valid.ignorable",
    "valid",
    "error",
    "A part says that a prefix may be ignored, or is needed, which it does not declare. Word "
    "refuses the file.",
    _SAVE,
    "ISO/IEC 29500-3, Markup Compatibility",
)
PROPERTIES_DAMAGED = Rule(
    "valid.properties",
    "valid",
    "error",
    "The file's properties say one thing twice, have a date or a number that is none, or do not "
    "say how a date is written. Word refuses the file, or loses its title and author.",
    "Set them again in File > Info > Properties.",
    _OPC,
)
CUSTOM_XML = Rule(
    "valid.custom-xml",
    "valid",
    "error",
    "Data kept in the file has no id, or the id of other data, so that controls may show the "
    "wrong text.",
    _SAVE,
)
