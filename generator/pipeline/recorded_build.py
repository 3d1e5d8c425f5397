"""A build for publication whose line stands in the register before anything gets out.

Of two builds at one moment each could miss the line of the other, and both together tell what
either withholds. So a line is added only to the register that the report was held against. Where
another was added meanwhile, the report is built again, and held against that too.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.config.workspace import PUBLISHED_FILE, Workspace
from generator.pipeline.report import Built
from generator.pipeline.stages import Announce
from generator.publish.register import RegisterChanged, record

TRIES = 5


def recorded_build(
    workspace: Workspace, build: Callable[[], Built], announce: Announce
) -> tuple[Built, bool]:
    """Build, and add what is published to the register; whether that has changed it.

    build: raises where nothing is to be published. announce: told where it is built again. Raises
    what `build` raises, and CommitteeError where the register cannot be written or others keep
    adding to it.
    """
    register = workspace.inputs / PUBLISHED_FILE
    name = register.relative_to(workspace.root).as_posix()
    for left in reversed(range(TRIES)):
        built = build()
        if built.publication is None:
            break
        try:
            return built, record(register, built.publication, built.inputs.get(name))
        except RegisterChanged:
            if not left:
                raise
            announce("Building again, as another report was published meanwhile")
    return built, False
