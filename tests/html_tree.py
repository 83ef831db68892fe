"""A page as browsers read it, fast: Lexbor's tree as elements of the standard library."""

from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NAMESPACES = {
    "svg": "{http://www.w3.org/2000/svg}",
    "math": "{http://www.w3.org/1998/Math/MathML}",
}


def html_tree(source: str) -> Element:
    """Return the ``html`` element of a page, what its templates hold included.

    Elements of SVG and MathML have their namespace, those of HTML none; comments are left out.
    """
    root = LexborHTMLParser(source).root
    assert root is not None, source
    return _element(root, "")


def _element(node: LexborNode, namespace: str) -> Element:
    tag = node.tag or ""
    namespace = _NAMESPACES.get(tag, namespace)
    made = Element(namespace + tag, {name: text or "" for name, text in node.attributes.items()})
    below = "" if tag == "foreignObject" else namespace
    last: Element | None = None
    for child in _content(node).iter(include_text=True):
        if child.tag == "-text":
            text = child.text_content or ""
            if last is None:
                made.text = (made.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        elif child.tag and not child.tag.startswith("-"):
            last = _element(child, below)
            made.append(last)
    return made


def _content(node: LexborNode) -> LexborNode:
    """Return a node that has the children of ``node``: a template's live in a tree of their own."""
    if node.tag != "template":
        return node
    inside = (node.html or "").removeprefix("<template").removesuffix("</template>")
    found = LexborHTMLParser(f"<div{inside}</div>").css_first("div")
    assert found is not None, inside
    return found
