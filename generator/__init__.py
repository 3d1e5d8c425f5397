"""committee: council committee reports in Word from YAML, a narrative and raw survey exports.

From Python: `from generator import build, changes, findings, open_workspace, responses`. They are
looked up when they are asked for, so that `import generator` itself stays cheap.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = [
    "CommitteeError",
    "build",
    "changes",
    "findings",
    "open_workspace",
    "responses",
]

TYPE_CHECKING = False  # as in typing, which takes longer to import than all of this
if TYPE_CHECKING:
    from generator.analysis import build, changes, findings, open_workspace, responses
    from generator.errors import CommitteeError
else:

    def __getattr__(name):
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = "generator.errors" if name == "CommitteeError" else "generator.analysis"
        value = globals()[name] = getattr(import_module(home), name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
