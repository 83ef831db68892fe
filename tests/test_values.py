"""What an editor types becomes a value, or a message that says what to type."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from association.content import values
from association.content.moments import Month, first_day, last_day

_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
PARSERS = [
    values.parse_day,
    values.parse_when,
    values.parse_yes_no,
    values.parse_number,
    values.parse_price,
    values.parse_degrees,
    values.parse_line,
    values.parse_slug,
    values.parse_web_address,
    values.parse_email,
    values.parse_telephone,
    values.parse_zone,
    values.parse_file,
    values.parse_hour,
]


@pytest.mark.parametrize("parse", PARSERS)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_mend(parse: object, text: str) -> None:
    try:
        parse(text)  # type: ignore[operator]
    except PydanticCustomError as error:
        words = error.context or {}
        assert words["message"]
        assert words["fix"]


def _fix(parse: object, text: str) -> str:
    with pytest.raises(PydanticCustomError) as error:
        parse(text)  # type: ignore[operator]
    return str((error.value.context or {})["fix"])


@given(_DAYS)
def test_a_day_reads_back(day: date) -> None:
    assert values.parse_day(day.isoformat()) == day
    assert values.parse_when(day.isoformat()) == day


@given(_DAYS, st.sampled_from(["{0:%d/%m/%Y}", "{0:%d.%m.%Y}", "{0.day}-{0.month}-{0.year}"]))
def test_a_day_typed_the_french_way_is_given_back_as_it_should_be(day: date, form: str) -> None:
    assert _fix(values.parse_day, form.format(day)) == f"écrivez {day.isoformat()}"


@given(_DAYS, st.times())
def test_an_hour_typed_the_french_way_is_given_back_as_it_should_be(
    day: date, time: object
) -> None:
    at = datetime.combine(day, time)  # type: ignore[arg-type]
    text = f"{at:%d/%m/%Y} à {at.hour} h {at:%M}"
    assert _fix(values.parse_when, text) == f"écrivez {at:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2027-03-14 09:30", datetime(2027, 3, 14, 9, 30)),
        ("2027-03-14T09:30", datetime(2027, 3, 14, 9, 30)),
        ("2027-03-14 09:30:00", datetime(2027, 3, 14, 9, 30)),
        ("2027-03", Month(2027, 3)),
    ],
)
def test_an_instant_and_a_month_are_read(text: str, value: object) -> None:
    assert values.parse_when(text) == value


@pytest.mark.parametrize(
    "text", ["2027-13", "2027-00", "1889-03", "1889-03-14", "2027-03-14 24:00"]
)
def test_a_moment_that_no_calendar_has_is_refused(text: str) -> None:
    assert _fix(values.parse_when, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9h30 – 10h15", "09:30"),
        ("10H/13H", "10:00"),
        ("9-10h", "09:00"),
        ("de 9 h à 10 h 30", "09:00"),
        ("11h40 > 12h00", "11:40"),
        ("vers 11h", "11:00"),
        ("après le repas", "l’heure et les minutes : 09:30"),
    ],
)
def test_of_two_hours_the_first_is_the_one_to_write(text: str, said: str) -> None:
    assert _fix(values.parse_hour, text) == f"écrivez {said}"


def test_a_month_where_a_day_is_due_is_told_with_one_of_its_days() -> None:
    assert _fix(values.parse_day, "fin juin 2027").endswith("par exemple 2027-06-30")


def test_a_month_runs_from_its_first_to_its_last_day() -> None:
    assert (first_day(Month(2028, 2)), last_day(Month(2028, 2))) == (
        date(2028, 2, 1),
        date(2028, 2, 29),
    )
    assert first_day(datetime(2027, 3, 14, 9, 30)) == date(2027, 3, 14)


@given(st.integers(0, 999_999_999))
def test_a_whole_number_reads_back(number: int) -> None:
    assert values.parse_number(str(number)) == number


@pytest.mark.parametrize("text", ["-1", "1.5", "12e", "١٢", "", "1_000", "1e3"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    assert _fix(values.parse_number, text)


@pytest.mark.parametrize(
    ("text", "price"), [("0", Decimal(0)), ("45", Decimal(45)), ("12,50", Decimal("12.50"))]
)
def test_a_price_may_have_a_comma(text: str, price: Decimal) -> None:
    assert values.parse_price(text) == price


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("25 €", "écrivez 25"),
        ("45,50 € TTC", "écrivez 45,50"),
        ("1 200 € HT", "écrivez 1200"),
        ("1.200,00 €", "écrivez 1200"),
        ("1’350 CHF", "écrivez 1350"),
        ("À partir de 900 € HT / jour", "écrivez 900"),
        ("15 jours à 1\u202f000 euros (HT) par jour", "choisissez : écrivez 15 ou 1000"),
        ("800 - 1 100 €", "choisissez : écrivez 800 ou 1100"),
        ("TJM 650€ (TVA 20 %)", "écrivez 650"),
        ("120€/h", "écrivez 120"),
        ("450 € pour 3 h", "écrivez 450"),
        ("sur devis", "retirez « tarif » : sans prix, mieux vaut n’en rien dire"),
        ("selon la demande", "écrivez le nombre seul, par exemple 45"),
    ],
)
def test_a_price_as_people_publish_it_is_told_as_it_is_to_be_written(text: str, fix: str) -> None:
    assert _fix(values.parse_price, text) == fix


@pytest.mark.parametrize("text", ["180.5", "91e3", "48,85 N", "", "--1"])
def test_what_is_no_position_is_refused(text: str) -> None:
    assert _fix(values.parse_degrees, text)


@pytest.mark.parametrize(("text", "value"), [("oui", True), ("Oui", True), ("NON", False)])
def test_yes_and_no_are_french(text: str, value: bool) -> None:
    assert values.parse_yes_no(text) is value


@given(st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}", fullmatch=True))
def test_a_name_of_a_file_is_its_own_mend_whatever_surrounds_it(slug: str) -> None:
    assert values.parse_slug(slug) == slug
    assert _fix(values.parse_slug, f"agenda/{slug}.md") == f"écrivez {slug}"


def test_a_line_of_text_has_single_blanks() -> None:
    assert values.parse_line("  un   mot\n et  deux ") == "un mot et deux"


@pytest.mark.parametrize("text", ["a < b", "3 <5", "x<2 et y>1"])
def test_a_sign_of_comparison_is_no_tag(text: str) -> None:
    assert values.parse_line(text) == text


@pytest.mark.parametrize("text", ["<script>", "</b>", "<img src=x onerror=y>"])
def test_a_tag_in_a_field_is_refused(text: str) -> None:
    assert _fix(values.parse_line, text) == "écrivez du texte simple"


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://exemple.fr/a?b=c#d", "https://a.b.example.org/é"]
)
def test_a_full_address_is_kept(text: str) -> None:
    assert values.parse_web_address(text) == text


@pytest.mark.parametrize("text", ["javascript:alert(1)", "https://", "https://localhost", "//x.fr"])
def test_an_address_that_leads_nowhere_is_refused(text: str) -> None:
    assert _fix(values.parse_web_address, text)


@pytest.mark.parametrize("text", ["Europe/Brussels", "America/Montreal"])
def test_a_zone_is_known_by_its_name(text: str) -> None:
    assert values.parse_zone(text) == ZoneInfo(text)


@pytest.mark.parametrize("text", ["Paris", "Europe/../etc/passwd", "CET", "/etc/passwd", "UTC+1"])
def test_what_is_no_zone_is_refused(text: str) -> None:
    assert _fix(values.parse_zone, text)


@pytest.mark.parametrize("text", ["../secret", "images/../../x", "/images/x.svg", "a\\b", ""])
def test_a_path_never_leaves_the_folder_of_the_content(text: str) -> None:
    assert _fix(values.parse_file, text)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (r"C:\Users\Jean\Salle A.JPG", "images/salle-a.jpg"),
        (r"C:\site\content\images\salle.jpg", "écrivez images/salle.jpg"),
        (r"images\salle.jpg", "écrivez images/salle.jpg"),
        ("../images/salle.jpg", "écrivez images/salle.jpg"),
        ("/home/jean/Bilan 2027.pdf", "documents/bilan-2027.pdf"),
    ],
)
def test_a_path_of_ones_own_machine_becomes_one_of_the_site(text: str, fix: str) -> None:
    assert _fix(values.parse_file, text).endswith(fix)


@pytest.mark.parametrize(
    ("parse", "text", "sure"),
    [
        (values.parse_price, "1 000", "1000"),
        (values.parse_price, "gratuit", "0"),
        (values.parse_price, "1,200", ""),
        (values.parse_price, "1.2345", ""),
        (values.parse_price, "25 euros", ""),
        (values.parse_price, "20 par personne", ""),
        (values.parse_email, "jean valjean@example.org", ""),
        (values.parse_email, "Jean Valjean <jean@example.org>", "jean@example.org"),
        (values.parse_email, "jean @ example.org", "jean@example.org"),
        (values.parse_web_address, "https:example.org", "https://example.org"),
        (values.parse_web_address, "http//example.org/page.", "https://example.org/page"),
        (values.parse_web_address, "javascript:example.org", ""),
    ],
)
def test_a_mend_without_asking_changes_no_meaning(
    parse: Callable[[str], object], text: str, sure: str
) -> None:
    with pytest.raises(PydanticCustomError) as error:
        parse(text)
    assert (error.value.context or {})["instead"] == sure
