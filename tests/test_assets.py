"""The theme's files are served with one style sheet."""

from pathlib import Path

from association.assets import bundled, theme_files


def _theme(folder: Path) -> Path:
    (folder / "css").mkdir(parents=True)
    (folder / "js").mkdir()
    (folder / "css" / "site.css").write_text(
        '@layer base;\n@import url("a.css") layer(base);\n@import url("b.css") layer(x.y);\n'
    )
    (folder / "css" / "a.css").write_text("a { color: red }\n")
    (folder / "css" / "b.css").write_text("b { color: blue }\n")
    (folder / "js" / "x.js").write_text("1")
    (folder / ".secret").write_text("x")
    return folder


def test_visitors_fetch_one_style_sheet(tmp_path: Path) -> None:
    files = theme_files(_theme(tmp_path / "static"))
    assert set(files) == {"css/site.css", "js/x.js"}
    assert b"@import" not in files["css/site.css"]


def test_each_part_keeps_its_layer_and_its_order(tmp_path: Path) -> None:
    text = bundled(_theme(tmp_path / "static") / "css" / "site.css")
    assert text.split("\n")[:3] == ["@layer base;", "@layer base {", "a { color: red }"]
    assert "@layer x.y {\nb { color: blue }\n}" in text
