"""The values an editor may write, from text to type, each with its message in French.

A value's parser gets the text of a scalar and returns a typed value, or raises ``wrong``. Pure.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..core.words import fold, slug_of, suggestion
from .french_hours import read_hours, read_minutes, read_number
from .french_times import SaidTime, read_time
from .moments import Month, When, last_day, written
from .reading_error import ReadingError


def wrong(
    code: str, message: str, fix: str, help: str = "", instead: str = ""
) -> PydanticCustomError:
    """Return the error that carries a message for editors through pydantic.

    ``instead`` is the value to write when there is no doubt of it.
    """
    words = {"message": message, "fix": fix, "help": help, "instead": instead}
    return PydanticCustomError(code, "{message}", words)


def reads(parse: Callable[[str], object], *, joins_lists: bool = False) -> PlainValidator:
    """Return the validator of a value that ``parse`` reads from the text of a scalar.

    A list of words is told as the sentence that it makes where ``joins_lists``.
    """

    def read(value: object) -> object:
        if not isinstance(value, str):
            raise wrong(
                "valeur-seule",
                "une seule valeur est attendue ici, pas une liste ni des sous-champs",
                f"écrivez {', '.join(map(str, value))}"
                if joins_lists and isinstance(value, list) and value
                else "écrivez la valeur à la suite du deux-points",
            )
        return parse(value.strip())

    return PlainValidator(read)


_DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_HOUR = re.compile(r"\d\s?(h|:)", re.IGNORECASE)
_CLOCK = re.compile(r"^(\d{2}):(\d{2})(?::00)?$")
_HOURS = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s?[hH:]\s?([0-5]\d)?(?!\d)")
# « 9-10h » begins at 9.
_HOUR_UNNAMED = re.compile(r"(?<![\dhH:])(\d{1,2})(\s?[-–/à]\s?\d{1,2}\s?[hH])")
_HOUR_OF_END = (
    "c’est l’heure où cela commence ; la ligne suivante dit quand cela finit ; "
    "une pause, ou la fin, se met sur une ligne à elle"
)
_HOUR_RANGE = "écrivez une heure de 00:00 à 23:59"
_INSTANT = re.compile(r"^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::00)?$")
# Marks, in a JSON Schema, the name of a file of this folder of the content.
REFERENCE_KEY = "x-dossier"
_PICTURE_ENDINGS = "jpe?g|png|svg|webp|avif|gif|heic|heif|tiff?|bmp"
_YEARS = range(1990, 2100)
_SLUG_FORM = "[a-z0-9]+(-[a-z0-9]+)*"
_WEB_ADDRESS_FORM = r"https?://[^\s/?#<>\"]+\.[^\s/?#<>\"]+([/?#][^\s<>\"]*)?"
# An address that lacks nothing but its « https:// », or has it with one slash too few.
_BARE_ADDRESS_FORM = r"(https?:/?)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[a-z]{2,}([/?#][^\s<>\"@]*)?"
_EMAIL_FORM = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
_TELEPHONE_FORM = r"\+[1-9]\d{0,2}( ?\d){6,12}"


def parse_day(text: str) -> date:
    """Return the day written « 2027-03-14 »."""
    if _DAY.match(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise wrong(
                "date", f"« {text} » n’existe pas dans le calendrier", "vérifiez le jour et le mois"
            ) from None
        if day.year not in _YEARS:
            raise wrong("date", f"l’année {day.year} est hors d’usage ici", "vérifiez l’année")
        return day
    said = _said(text)
    if isinstance(said.start, datetime):
        raise wrong("date", f"« {text} » donne aussi une heure", f"écrivez {said.start.date()}")
    if isinstance(said.start, Month):
        fix = f"écrivez un jour de ce mois, par exemple {last_day(said.start)}"
        raise wrong("date", f"« {text} » ne donne pas le jour", fix)
    raise _other_form(text, said)


def _said(text: str) -> SaidTime:
    """Return the time that a text says in another form than that of files, or refuse it."""
    try:
        return read_time(text)
    except ReadingError as doubt:
        if hour := _hour_alone(text):
            says = f"« {text} » ne donne pas le jour"
            fix = f"écrivez le jour, puis l’heure : 2027-03-14 {hour}"
            raise wrong("heure", says, fix) from None
        shown = f"écrivez {doubt.likely} si c’est ce que vous vouliez dire"
        code = "heure" if _HOUR.search(text) else "date"
        raise wrong(code, doubt.says, shown if doubt.likely else _fix_of(doubt)) from None


def _hour_alone(text: str) -> str:
    """Return « 09:30 » for a text that says an hour and no day, or ``""``."""
    try:
        start = read_hours(text).start if _HOUR.search(text) else None
    except ReadingError:
        return ""
    return "" if start is None else f"{start // 60 % 24:02}:{start % 60:02}"


def _fix_of(doubt: ReadingError) -> str:
    """Return what to do of a doubt in a file, where times are written in another form."""
    if doubt.example:
        return "écrivez l’année, le mois et le jour : 2027-03-14"
    return doubt.fix


def _other_form(text: str, said: SaidTime) -> PydanticCustomError:
    start = written(said.start)
    if said.end is not None:
        return wrong(
            "date",
            f"« {text} » donne un début et une fin",
            f"écrivez {start} ; la fin, {written(said.end)}, se met dans un champ à part",
        )
    is_instant = isinstance(said.start, datetime)
    says = "comme un jour et une heure" if is_instant else "comme une date"
    return wrong(
        "heure" if is_instant else "date",
        f"« {text} » n’est pas écrit {says}",
        f"écrivez {start}",
        instead=start if re.search(r"\d{4}", text) else "",
    )


def parse_when(text: str) -> When:
    """Return a day « 2027-03-14 », an instant « 2027-03-14 09:30 » or a month « 2027-03 ».

    An instant is naive: its zone is the event's.
    """
    month = _MONTH.match(text)
    if month:
        year, number = int(month[1]), int(month[2])
        if not 1 <= number <= 12 or year not in _YEARS:
            raise wrong("date", f"le mois « {text} » n’existe pas", "écrivez par exemple 2027-03")
        return Month(year, number)
    instant = _INSTANT.match(text)
    if instant:
        day = parse_day(instant[1])
        hour, minute = int(instant[2]), int(instant[3])
        if (hour, minute) == (24, 0):
            midnight = f"{day + timedelta(days=1)} 00:00"
            says = "« 24:00 » est déjà le jour suivant"
            raise wrong("heure", says, f"écrivez {midnight}", instead=midnight)
        if hour > 23 or minute > 59:
            raise wrong(
                "heure",
                f"« {hour:02}:{minute:02} » n’est pas une heure",
                _HOUR_RANGE,
            )
        return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001
    if _DAY.match(text):
        return parse_day(text)
    raise _other_form(text, _said(text))


def parse_hour(text: str) -> time:
    """Return the hour written « 09:30 »."""
    if match := _CLOCK.match(text):
        hour, minute = int(match[1]), int(match[2])
        if hour < 24 and minute < 60:
            return time(hour, minute)
        if (hour, minute) == (24, 0):
            raise wrong(
                "heure",
                "« 24:00 » est déjà le jour suivant",
                "écrivez 00:00, et dessous « jour: 2 » si l’évènement a commencé la veille",
            )
        raise wrong("heure", f"« {text} » n’est pas une heure", _HOUR_RANGE)
    if sure := _hour_said(text):
        says = f"« {text} » n’est pas écrit comme une heure"
        raise wrong("heure", says, f"écrivez {sure}", instead=sure)
    whole = _HOUR_UNNAMED.sub(r"\1h\2", text)
    hours = [f"{int(hour):02}:{minute or '00'}" for hour, minute in _HOURS.findall(whole)]
    if len(hours) == 2:
        says = f"« {text} » donne deux heures : une seule est attendue ici"
        raise wrong("heure", says, f"écrivez {hours[0]}", _HOUR_OF_END)
    fix = f"écrivez {hours[0]}" if len(hours) == 1 else "écrivez l’heure et les minutes : 09:30"
    raise wrong("heure", f"« {text} » n’est pas écrit comme une heure", fix)


def _hour_said(text: str) -> str:
    """Return « 09:30 » for a text that says one hour and nothing else, or ``""``."""
    try:
        said = read_hours(text)
    except ReadingError:
        return ""
    if said.start is None or said.end is not None or said.start >= 24 * 60:
        return ""
    return f"{said.start // 60:02}:{said.start % 60:02}"


def parse_yes_no(text: str) -> bool:
    """Return True for « oui », False for « non »."""
    known = {"oui": True, "non": False}
    if text.lower() in known:
        return known[text.lower()]
    sure = "oui" if text.lower() in _YES else "non" if text.lower() in _NO else ""
    fix = f"écrivez {sure or 'oui ou non'}"
    raise wrong("oui-non", f"« {text} » n’est ni oui ni non", fix, instead=sure)


_YES = {"true", "yes", "vrai", "o", "1", "ok"}
_NO = {"false", "no", "faux", "n", "0"}


def parse_number(text: str) -> int:
    """Return a whole number, positive or nought."""
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    try:
        number = str(read_number(text))
        fix = f"écrivez {number}"
    except ReadingError as doubt:
        number, fix = (
            "",
            doubt.fix if doubt.likely else "écrivez des chiffres seuls, par exemple 12",
        )
    sure = number if text[:1].isdigit() else ""
    raise wrong("nombre", f"« {text} » n’est pas un nombre entier", fix, instead=sure)


def parse_year(text: str) -> int:
    """Return a year since printing, as four figures."""
    if re.fullmatch(r"1[4-9]\d\d|20\d\d", text):
        return int(text)
    found = re.findall(r"(?<!\d)(?:1[4-9]\d\d|20\d\d)(?!\d)", text)
    fix = f"écrivez {found[0]}" if len(found) == 1 else "écrivez ses quatre chiffres, comme 2015"
    raise wrong("nombre", f"« {text} » n’est pas une année", fix)


def parse_day_number(text: str) -> int:
    """Return the number of a day among those that an event lasts."""
    if text.isascii() and text.isdigit():
        return parse_number(text)
    try:
        number = str(read_number(text))
    except ReadingError:
        number = ""
    says = f"« {text} » n’est pas le numéro d’un jour"
    fix = f"écrivez {number}" if number else "comptez depuis le premier : 2 pour le deuxième jour"
    raise wrong("nombre", says, fix)


def parse_minutes(text: str) -> int:
    """Return the minutes of a duration, written as a whole number."""
    if text.isascii() and text.isdigit() and len(text) < 6:
        return int(text)
    says = f"« {text} » n’est pas un nombre de minutes"
    about = re.sub(r"(?i)^(environ|à peu près|autour de|presque|env\.?|~|≈)\s*", "", text)
    try:
        minutes = str(read_minutes(about))
    except ReadingError:
        raise wrong("nombre", says, "écrivez le nombre de minutes seul : 90") from None
    raise wrong("nombre", says, f"écrivez {minutes}", instead=minutes if about == text else "")


# An amount with its thousands apart, by a space or a full stop; no percentage, no number of hours.
_AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[\s.’']\d{3})+|\d{1,6})(?:[.,](\d{1,2}))?(?![.,]?\d)(?!\s*(?:%|h\b|j\b))"
)
_ON_REQUEST = {"sur devis", "selon devis", "devis", "nous consulter", "me consulter", "a definir"}
_FREE = frozenset({"gratuit", "gratuite", "gratuitement", "entree gratuite", "acces gratuit"})
# What costs nothing to those who give nothing: the words are kept beside the number.
_AS_ONE_LIKES = re.compile(
    r"(?:(?:entree|participation|contribution|prix|tarif|a prix) )?libre|.*chapeau"
)


def parse_price(text: str) -> Decimal:
    """Return an amount of money; « 0 » means free."""
    if re.fullmatch(r"\d{1,6}([.,]\d{1,2})?", text):
        return Decimal(text.replace(",", "."))
    said = fold(text)
    amounts = list(dict.fromkeys(map(_plain_amount, _AMOUNT.findall(text))))
    if said in _FREE:
        fix = "écrivez 0"
    elif _AS_ONE_LIKES.fullmatch(said):
        fix = f"écrivez 0, et « {text} » dans « conditions »"
    elif len(amounts) == 1:
        fix = f"écrivez {amounts[0]}"
    elif amounts:
        fix = f"choisissez : écrivez {' ou '.join(amounts)}"
    elif said in _ON_REQUEST:
        fix = "retirez « tarif » : sans prix, mieux vaut n’en rien dire"
    else:
        fix = "écrivez le nombre seul, par exemple 45"
    # A currency is a field of its own, and « 20 par personne » says more than a number.
    is_a_number = re.fullmatch(r"[\d\s.,’']+", text) and len(amounts) == 1
    raise wrong(
        "prix",
        f"« {text} » n’est pas un prix",
        fix,
        "les précisions vont dans « conditions »",
        instead="0" if said in _FREE else amounts[0] if is_a_number else "",
    )


def _plain_amount(parts: tuple[str, str]) -> str:
    """Return an amount as it is to be written: « 1200 », « 45,50 »."""
    whole, cents = re.sub(r"\D", "", parts[0]), parts[1]
    return f"{whole},{cents}" if cents.strip("0") else whole


def parse_degrees(text: str) -> float:
    """Return a latitude or a longitude in decimal degrees."""
    if re.fullmatch(r"-?\d{1,3}([.,]\d{1,8})?", text) and abs(_number(text)) <= 180:
        return _number(text)
    raise wrong(
        "coordonnee",
        f"« {text} » n’est pas une coordonnée en degrés",
        "écrivez par exemple 48.8566",
    )


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def parse_line(text: str) -> str:
    """Return one line of text, its runs of blanks made single."""
    line = " ".join(text.split())
    if "<" in line and re.search(r"</?[a-zA-Z][^<>]*>", line):
        raise wrong("balise", "une balise HTML n’a pas sa place ici", _in_plain_words(line))
    if "**" in line or "](" in line:
        raise wrong(
            "mise-en-forme", "ce champ ne prend pas de mise en forme", _in_plain_words(line)
        )
    return line


def _in_plain_words(line: str) -> str:
    """Return the mend of a line that has tags, links or signs of emphasis: its words alone."""
    words = re.sub(r"</?[a-zA-Z][^<>]*>|\*\*|__", "", line)
    bare = " ".join(re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", words).split())
    return f"écrivez « {bare} »" if bare else "écrivez du texte simple"


def parse_slug(text: str) -> str:
    """Return the name of another file, without its folder and its ending."""
    if re.fullmatch(_SLUG_FORM, text):
        return text
    name = text.removesuffix(".md").rstrip("/").rpartition("/")[2]
    guess = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    is_sure = guess == name and not re.match(r"https?:|www\.", text)
    raise wrong(
        "nom-de-fichier",
        f"« {text} » n’est pas un nom de fichier du site",
        f"écrivez {guess}" if guess else "écrivez le nom du fichier sans « .md »",
        instead=guess if is_sure else "",
    )


def parse_web_address(text: str) -> str:
    """Return an address that begins with https:// (or http://)."""
    whole = text.rstrip(".,;")
    if re.fullmatch(_WEB_ADDRESS_FORM, text) and whole == text:
        return text
    bare = re.sub(r"(?i)^(?:h?t{1,3}ps?\s*(?:[:;]\s*/*|/+)|/+)", "", whole).replace(" ", "")
    address = whole if re.fullmatch(_WEB_ADDRESS_FORM, whole) else f"https://{bare}"
    if "@" in bare:
        fix = "une adresse de courriel ne va pas ici ; écrivez par exemple https://example.org"
    elif "." in bare:
        fix = f"écrivez {address}"
    else:
        fix = "écrivez par exemple https://example.org"
    is_sure = re.fullmatch(_BARE_ADDRESS_FORM, bare) and " " not in whole
    raise wrong(
        "adresse-web",
        f"« {text} » n’est pas une adresse de site complète",
        fix,
        instead=address if is_sure else "",
    )


def parse_address_or_line(text: str) -> str:
    """Return the address of a page, or one line of text."""
    if text.startswith(("http:", "https:", "www.")):
        return parse_web_address(text)
    return parse_line(text)


def parse_email(text: str) -> str:
    """Return an e-mail address."""
    if re.fullmatch(_EMAIL_FORM, text):
        return text
    bare = re.sub(r"\s*(\(at\)|\[at\]|\(arobase\)|\[arobase\])\s*", "@", text.strip("<>"))
    bare = re.sub(r"\s*@\s*", "@", bare.removeprefix("mailto:"))
    pieces = [piece.strip("<>()[]\"'.,;:") for piece in re.split(r"[\s,;<]+", bare)]
    found = [piece for piece in pieces if re.fullmatch(_EMAIL_FORM, piece)]
    one = found[0] if len(found) == 1 else ""
    several = f"gardez une seule adresse, par exemple {found[0]}" if found else ""
    # Of « prenom nom@example.org », half the address may be on the other side of the space.
    is_sure = one == bare or f"<{one}>" in text
    raise wrong(
        "adresse-courriel",
        f"« {text} » n’est pas une adresse de courriel",
        f"écrivez {one}" if one else several or "écrivez par exemple prenom.nom@example.org",
        instead=one if is_sure else "",
    )


def parse_telephone(text: str) -> str:
    """Return a telephone number in the international form « +33 1 23 45 67 89 »."""
    if re.fullmatch(_TELEPHONE_FORM, text):
        return text
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    national = re.sub(r"^(0033|33)(?=[1-9]\d{8}$)", "0", digits)
    sure = ""
    if re.fullmatch(r"0[1-9]\d{8}", national):
        pairs = " ".join(national[n : n + 2] for n in range(2, 10, 2))
        fix = f"écrivez +33 {national[1]} {pairs}"
        # Without its country's code, ten digits may be Swiss.
        sure = "" if national == digits else f"+33 {national[1]} {pairs}"
    elif text.startswith("00") and len(digits) > 9:
        fix = f"écrivez +{digits[2:4]} et la suite du numéro"
    else:
        fix = "écrivez l’indicatif du pays : +33 1 23 45 67 89"
    message = f"« {text} » n’est pas un numéro international"
    raise wrong("telephone", message, fix, instead=sure)


def parse_zone(text: str) -> ZoneInfo:
    """Return a time zone named as in the IANA database, such as « Europe/Brussels »."""
    if re.fullmatch(r"[A-Z][A-Za-z_]+/[A-Z][A-Za-z_/]+", text):
        try:
            return ZoneInfo(text)
        except (KeyError, OSError, ValueError):
            pass
    near = suggestion(text, _USUAL_ZONES)
    same = {zone.lower(): zone for zone in _USUAL_ZONES}.get(text.lower(), "")
    raise wrong(
        "fuseau",
        f"le fuseau horaire « {text} » est inconnu",
        f"vouliez-vous dire « {near} » ?" if near else "écrivez par exemple Europe/Brussels",
        "valeurs usuelles : " + ", ".join(_USUAL_ZONES),
        instead=same,
    )


_USUAL_ZONES = (
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Zurich",
    "Europe/Luxembourg",
    "Europe/London",
    "Indian/Reunion",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "America/Montreal",
)


def parse_file(text: str) -> str:
    """Return the path of a file of the content's folder, such as « images/salle.jpg »."""
    if re.match(r"https?://|www\.", text):
        raise wrong(
            "chemin",
            "une image ou un document d’un autre site ne peut pas être montré ici",
            "copiez le fichier dans le dossier content, et écrivez son chemin : images/salle.jpg",
        )
    path = text.removeprefix("{static}").removeprefix("/").removeprefix("content/")
    elsewhere = re.match(r"(file:|[A-Za-z]:[\\/]|~/|/(?:home|Users|Volumes)/)", text)
    inside = re.search(r"(?:^|[\\/])((?:images|documents)[\\/][^\\/].*)$", path)
    if inside and ".." not in re.split(r"[\\/]", inside[1]):
        path = inside[1].replace("\\", "/")
    elif elsewhere:
        name = re.split(r"[\\/]", text)[-1]
        stem, _, ending = name.rpartition(".")
        folder = "images" if re.fullmatch(_PICTURE_ENDINGS, ending.lower()) else "documents"
        raise wrong(
            "chemin",
            "ce fichier est sur votre ordinateur, que les visiteurs n’ont pas",
            f"rangez-le dans {folder}/, puis écrivez "
            f"{folder}/{slug_of(stem) or 'nom'}.{ending.lower()}",
        )
    if text != path or "\\" in text or ".." in text.split("/") or not path:
        plain = path.replace("\\", "/")
        is_sure = re.fullmatch(r"(images|documents)/[\w./-]+", plain) and ".." not in plain
        raise wrong(
            "chemin",
            f"« {text} » n’est pas un chemin depuis le dossier content",
            f"écrivez {plain}" if path else "écrivez par exemple images/salle.jpg",
            instead=plain if is_sure else "",
        )
    return path


def _text(title: str, example: str, pattern: str = "", **more: object) -> WithJsonSchema:
    """Return the JSON Schema of a text: what to write, in French, an example, its form."""
    form = {"pattern": f"^({pattern})$"} if pattern else {}
    return WithJsonSchema({"type": "string", "title": title, "examples": [example], **form, **more})


def _number_of(kind: str, title: str, example: float, **limits: float) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, "title": title, "examples": [example], **limits})


_HOUR_FORM = r"\d{2}:\d{2}(:00)?"
_DAY_FORM = r"\d{4}-\d{2}-\d{2}"
_MOMENT_FORM = r"\d{4}-\d{2}(-\d{2}([ T]\d{2}:\d{2}(:00)?)?)?"
# A tool that reads YAML takes a bare « 2027 » for a number; here it is text like any other.
LINE_SCHEMA = {"type": ["string", "number"], "title": "une ligne de texte", "minLength": 1}
Line = Annotated[str, reads(parse_line), WithJsonSchema(LINE_SCHEMA)]
People = Annotated[str, reads(parse_line, joins_lists=True), WithJsonSchema(LINE_SCHEMA)]
Day = Annotated[date, reads(parse_day), _text("un jour", "2027-03-14", _DAY_FORM, format="date")]
Moment = Annotated[
    When,
    reads(parse_when),
    _text("un jour, un jour et une heure, ou un mois", "2027-03-14 09:30", _MOMENT_FORM),
]
Hour = Annotated[time, reads(parse_hour), _text("une heure", "09:30", _HOUR_FORM)]
YesNo = Annotated[
    bool, reads(parse_yes_no), WithJsonSchema({"enum": ["oui", "non"], "examples": ["oui"]})
]
Number = Annotated[int, reads(parse_number), _number_of("integer", "un nombre", 12, minimum=0)]
Year = Annotated[
    int, reads(parse_year), _number_of("integer", "une année", 2015, minimum=1400, maximum=2099)
]
DayNumber = Annotated[
    int, reads(parse_day_number), _number_of("integer", "un nombre", 12, minimum=0)
]
Minutes = Annotated[int, reads(parse_minutes), _number_of("integer", "des minutes", 90, minimum=0)]
Price = Annotated[Decimal, reads(parse_price), _number_of("number", "un prix", 25, minimum=0)]
Degrees = Annotated[
    float,
    reads(parse_degrees),
    _number_of("number", "des degrés, avec un point", 48.8566, minimum=-180, maximum=180),
]
Slug = Annotated[
    str, reads(parse_slug), _text("le nom d’un fichier, sans « .md »", "jean-valjean", _SLUG_FORM)
]


def _name_in(folder: str, example: str) -> WithJsonSchema:
    """Return the JSON Schema of the name of a file of ``folder``, a folder of the content."""
    title = f"le nom d’un fichier de content/{folder}, sans « .md »"
    return _text(title, example, _SLUG_FORM, **{REFERENCE_KEY: folder})


EventName = Annotated[str, reads(parse_slug), _name_in("agenda", "journee-de-rencontre-mars-2027")]
GroupName = Annotated[str, reads(parse_slug), _name_in("groupes", "presse")]
MetierName = Annotated[str, reads(parse_slug), _name_in("metiers", "intervenant")]
PractitionerName = Annotated[str, reads(parse_slug), _name_in("praticiens", "jean-valjean")]
WebAddress = Annotated[
    str,
    reads(parse_web_address),
    _text("une adresse entière", "https://example.org", _WEB_ADDRESS_FORM, format="uri"),
]
AddressOrLine = Annotated[str, reads(parse_address_or_line), WithJsonSchema(LINE_SCHEMA)]
Email = Annotated[
    str,
    reads(parse_email),
    _text("une adresse de courriel", "secretariat@example.org", _EMAIL_FORM, format="email"),
]
Telephone = Annotated[
    str,
    reads(parse_telephone),
    _text("un numéro avec l’indicatif du pays", "+33 1 23 45 67 89", _TELEPHONE_FORM),
]
Zone = Annotated[ZoneInfo, reads(parse_zone), _text("un fuseau horaire", "Europe/Brussels")]
File = Annotated[str, reads(parse_file), _text("le chemin d’un fichier", "images/salle.jpg")]
