"""The theme's sheets and scripts are served joined, and light on the public site."""

from pathlib import Path

from association.site.theme import bundle_css, served_theme, theme_files


def _theme(folder: Path) -> Path:
    (folder / "css" / "parts").mkdir(parents=True)
    (folder / "js").mkdir()
    (folder / "css" / "site.css").write_text(
        '@layer base;\n@import url("parts/a.css") layer(base);\n'
        '@import url("parts/b.css") layer(x.y);\n'
    )
    (folder / "css" / "parts" / "a.css").write_text("/* An a. */\na :is(b, i) { color: red }\n")
    (folder / "css" / "parts" / "b.css").write_text("b { color: blue }\n")
    (folder / "css" / "agenda.css").write_text('@import url("parts/b.css") layer(base);\n')
    (folder / "js" / "page").mkdir()
    (folder / "js" / "x.js").write_text('import "./page/a.js";\nimport "./page/b.js";\n')
    (folder / "js" / "page" / "a.js").write_text("const name = 1;\nhere(name);\n")
    (folder / "js" / "page" / "b.js").write_text("const name = 2;\nhere(name);\n")
    (folder / ".secret").write_text("x")
    return folder


def test_visitors_fetch_the_sheet_of_the_site_and_that_of_the_part_they_are_in(
    tmp_path: Path,
) -> None:
    files = theme_files(_theme(tmp_path / "static"))
    assert set(files) == {"css/agenda.css", "css/site.css", "js/x.js"}
    assert b"@import" not in files["css/site.css"] + files["css/agenda.css"]


def test_what_only_authors_need_stays_out_of_the_public_sheets(tmp_path: Path) -> None:
    written = served_theme(_theme(tmp_path / "static"), immutable=False)
    public = served_theme(tmp_path / "static", immutable=True)
    assert b"/* An a. */" in written.files[written.names["css/site.css"]]
    sheet = b"@layer base;@layer base {a :is(b,i){color:red}}@layer x.y {b{color:blue}}"
    assert public.files[public.names["css/site.css"]].replace(b"\n", b"") == sheet


def test_each_part_keeps_its_layer_and_its_order(tmp_path: Path) -> None:
    text = bundle_css(_theme(tmp_path / "static") / "css" / "site.css")
    assert text.split("\n")[:3] == ["@layer base;", "@layer base {", "/* An a. */"]
    assert "@layer x.y {\nb { color: blue }\n}" in text


def test_scripts_that_run_together_keep_their_names_to_themselves(tmp_path: Path) -> None:
    script = theme_files(_theme(tmp_path / "static"))["js/x.js"].decode()
    assert script == "{\nconst name = 1;\nhere(name);\n}\n{\nconst name = 2;\nhere(name);\n}\n"
