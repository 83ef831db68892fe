"""The block of an exercise: ``/// exercice | Title``, what there is to do, ``///``.

The page has its title, a heading that can be linked to, and its words; where a visitor may write
the answer is the theme's: a field where its script runs, blank lines on paper. Pure.
"""

from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from .block_lines import EXERCISE

_TITLE = "exercice-titre"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


# pymdownx has no types.
class _Exercise(Block):  # type: ignore[misc]
    NAME = EXERCISE
    ARGUMENT = True

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        exercise = ElementTree.SubElement(parent, "div", {"class": EXERCISE})
        title = ElementTree.SubElement(exercise, "h3", {"class": _TITLE})
        title.text = self.argument
        return exercise


class _TitleLevels(Treeprocessor):
    """The title of an exercise is one level below the heading that it follows."""

    def run(self, root: ElementTree.Element) -> None:
        around = "h1"
        for element in root.iter():
            if element.get("class") == _TITLE:
                element.tag = _HEADINGS[min(_HEADINGS.index(around) + 1, 5)]
            elif element.tag in _HEADINGS:
                around = element.tag


class Exercises(BlocksExtension):  # type: ignore[misc]
    """Lets a converter read exercises."""

    def extendMarkdownBlocks(  # noqa: N802 — pymdownx's name
        self, md: Markdown, block_mgr: BlocksProcessor
    ) -> None:
        """Register the block, and what gives titles their level."""
        block_mgr.register(_Exercise, self.getConfigs())
        # Before headings get their anchors and make the contents.
        md.treeprocessors.register(_TitleLevels(md), "exercise-titles", 6)
