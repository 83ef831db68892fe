"""Addresses that were left: what an editor may write, and where they lead."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.checks.redirection_checks import against, problems
from association.content.left_addresses import addresses_left
from association.content.redirections import parse_old_address
from association.core.exit_code import ExitCode
from association.core.zone import today
from association.hosting import netlify
from association.hosting.apache import htaccess
from association.hosting.caddy import caddy
from association.hosting.nginx import nginx
from association.hosting.serving import Redirect, Serving
from association.runner.build import Plan, build
from association.site.all_pages import all_pages
from association.site.redirect_pages import serving
from association.site.site import site
from tests.builders import agenda_of, content_folder
from tests.built_site import ROOT, BuiltSite, words
from tests.calendar_context import content_with, context_of, event_file, pages_of
from tests.production_site import MOVED

EVENT = event_file(
    "debut: 2027-03-20 09:30\nfin: 2027-03-20 17:00\nmode: en ligne\n"
    'anciennes_adresses: ["/agenda/vieux-nom/"]\n'
)
MOVES = 'redirections:\n  - de: "/a.html"\n    vers: /contact/\n'


@given(st.text(max_size=30) | st.from_regex(r"/[ -~]{0,30}", fullmatch=True))
def test_what_may_be_written_means_nothing_else_to_a_host(text: str) -> None:
    try:
        address = parse_old_address(text)
    except ValueError:
        return
    assert address.startswith("/")
    assert not set(address) & set(" \"'\\{}$;#<>^`|()[]*\n\r\t")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.vieux.org/qui/", "/qui/"),
        ("présentation", "/pr%C3%A9sentation"),
        ("/", "/qui-sommes-nous/"),
        ("/a/../b", "/qui-sommes-nous/"),
        ('/a"; return 200', "/qui-sommes-nous/"),
    ],
)
def test_a_mend_is_an_address_that_will_do(written: str, meant: str) -> None:
    with pytest.raises(ValueError, match="racine") as refused:
        parse_old_address(written)
    fix: str = refused.value.context["fix"]  # type: ignore[attr-defined]
    assert fix.endswith(meant)
    assert parse_old_address(meant) == meant


def test_an_old_address_has_a_page_that_leads_on(tmp_path: Path) -> None:
    content = content_with(tmp_path, {"rencontre": EVENT})
    (content.root / "redirections.yml").write_text(MOVES, "utf-8")
    context = context_of(content, "2026-11-21")
    pages = pages_of(context)
    for path, target in (("agenda/vieux-nom/", "agenda/rencontre/"), ("a.html", "contact/")):
        head = pages[path].head
        assert head.canonical == f"https://asso.example/{target}"
        assert not head.index
    told = serving(content, context.addresses, today(context.asof))
    assert dict(told.redirects())["/agenda/vieux-nom"] == "/agenda/rencontre/"
    assert dict(told.redirects())["/a.html"] == "/contact/"


def test_an_address_of_the_site_cannot_be_an_old_one(tmp_path: Path) -> None:
    taken = EVENT.replace("/agenda/vieux-nom/", "/agenda/passe")
    content = content_with(tmp_path, {"rencontre": taken})
    (content.root / "redirections.yml").write_text(MOVES.replace("contact", "contakt"), "utf-8")
    left, _ = addresses_left(content)
    assert list(problems(content, left)) == []
    context = context_of(content, "2026-11-21")
    pages = all_pages(context, agenda_of(context), site(context))
    live = [page.path for page in pages if page.head.kind != "deplacee"]
    found = {problem.code: problem for problem in against(left, live)}
    assert found["adresse-deja-prise"].source == "content/agenda/rencontre.md"
    assert "/contact/" in found["redirection-perdue"].fix


@pytest.mark.long
def test_a_build_refuses_an_old_address_that_a_list_has(tmp_path: Path) -> None:
    content = content_folder(tmp_path)
    page = content / "pages" / "contact.md"
    left = 'anciennes_adresses: ["/agenda/passe/"]\n'
    page.write_text(page.read_text("utf-8").replace("titre:", f"{left}titre:", 1), "utf-8")
    plan = Plan(ROOT, str(tmp_path / "site"), str(content), asof="2027-02-01")
    outcome = build(plan)
    assert outcome.exit_code is ExitCode.CONTENT
    assert outcome.report is not None
    [problem] = outcome.report.errors
    assert "[adresse-deja-prise]" in problem.text


def test_no_rule_of_a_host_holds_the_name_of_somebody_who_left() -> None:
    told = Serving("", has_withdrawals=True)
    for text in (htaccess(told), nginx(told), caddy(told)):
        assert "annuaire/" in text
        assert "une-personne" not in text


def test_hosts_that_read_redirects_are_told_each_once_and_for_good() -> None:
    told = Serving("/tst", (Redirect("/a/", "/tst/b/"), Redirect("/x.php?id=1&l=fr", "/tst/c/")))
    netlified = netlify.redirects(told, forcing=True).splitlines()
    assert netlified == [
        "/tst/a/ /tst/b/ 301!",
        "/tst/a /tst/b/ 301!",
        "/tst/x.php id=1 l=fr /tst/c/ 301!",
    ]
    assert "/tst/a/ /tst/b/ 301" in netlify.redirects(told, forcing=False).splitlines()


def test_cloudflare_is_never_left_to_join_two_values_of_a_header() -> None:
    """It joins what two matching rules say unless the later one detaches it first."""
    said: set[str] = set()
    for line in netlify.headers(Serving(""), detaching=True).splitlines():
        if line.startswith("/"):
            here: set[str] = set()
            pattern = line
        elif line.startswith("  ! "):
            here.add(line.removeprefix("  ! "))
        elif line:
            name = line.strip().partition(":")[0]
            assert name not in said or name in here, (pattern, name)
            if pattern == "/*":
                said.add(name)


def test_where_no_host_redirects_a_page_of_the_site_does(production_site: BuiltSite) -> None:
    for before in ("nous-ecrire/", "qui-sommes-nous/", "vieux/plan.html", "boutique/"):
        page = production_site.pages[before]
        target = MOVED.get(f"/{before}") or MOVED[f"/{before.rstrip('/')}"]
        refreshing = [meta for meta in page.all("meta") if meta.get("http-equiv") == "refresh"]
        assert refreshing[0].attrib["content"] == f"0; url={target}"
        assert any(a.attrib["href"] == target for a in page.all("a"))
        assert words(next(page.all("h1"))).startswith("Nouvelle adresse")
    assert "nous-ecrire" not in production_site.files["sitemap.xml"].read_text()
