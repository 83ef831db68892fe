"""``invoke reponse``: what it makes of what readers send, and what it never writes."""

import os
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.commands.response import Options, main
from association.content.reading import read
from association.content.response_mail import WORDS_OF_CONSENT
from association.editing.responses.message import message
from tests.builders import content_folder, problems_of
from tests.editing.typist import DAY, Typist, files, new_files

PAGE = "https://www.asso.example/tst/actualites/compte-rendu/"
ADDRESS = "cosette.fauchelevent@exemple.fr"
TEXT = "Chère équipe, cela m’a fait du bien.\nMerci.\n\nÀ l’année prochaine : 3 < 4 & *vite*."
LABELLED = (
    f"Page : {PAGE}\nNom à publier : Cosette\nAccord : {WORDS_OF_CONSENT}\n\nTexte :\n{TEXT}\n"
)
HTML = (
    f"<html><body><div>Page : <a href='{PAGE}'>{PAGE}</a></div><div>Nom à publier : <b>Cosette</b>"
    "</div><div>Accord : j’accepte</div><div><br></div><div>Texte :</div><p>Chère équipe, cela "
    f"m’a fait du bien.</p><script>x()</script><p>Écrivez à <a href='mailto:{ADDRESS}'>moi</a>, ou"
    f" à {ADDRESS}.</p><img src='cid:1'></body></html>"
)
FILE = "reponses/actualites/compte-rendu/2027-02-16-cosette.md"


def mail(text: str, charset: str = "utf-8", encoding: str = "8bit", html: str = "") -> bytes:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = f"Cosette F. <{ADDRESS}>", "secretariat@asso.example"
    made["Subject"], made["Date"] = "Réponse", "Tue, 16 Feb 2027 00:30:00 +0100"
    made.set_content(text, charset=charset, cte=encoding)
    if html:
        made.add_alternative(html, subtype="html", cte="base64")
    return made.as_bytes()


def respond(
    root: Path, received: bytes, answers: tuple[str, ...] = (), **options: object
) -> tuple[int, Typist]:
    typist = Typist(answers)
    code = main(
        root.parent,
        Options(**options),  # type: ignore[arg-type]
        terminal=typist.terminal(),
        read=lambda: received,
        environ=os.environ | {"ASOF": DAY},
    )
    return code, typist


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content_folder(tmp_path)


@pytest.mark.parametrize(
    "received",
    [
        mail(LABELLED),
        mail(LABELLED, encoding="quoted-printable"),
        mail(LABELLED, encoding="base64"),
        mail(LABELLED.replace("’", "'"), "iso-8859-15", "quoted-printable"),
        mail(LABELLED, "cp1252", "8bit"),
        mail("Voyez l’autre partie.", html=HTML),
    ],
)
def test_a_mail_becomes_a_response_whatever_its_form(root: Path, received: bytes) -> None:
    code, typist = respond(root, received, ("", "oui"))
    assert code == 0, typist.text
    answered = read(root).responses[FILE]
    assert (answered.written.name, answered.written.day.isoformat()) == ("Cosette", "2027-02-16")
    assert "Chère équipe, cela m" in answered.entry.markdown
    assert problems_of(root) == []


@pytest.mark.parametrize("received", [mail(LABELLED + ADDRESS), mail("", html=HTML)])
def test_no_address_is_shown_or_written(root: Path, received: bytes) -> None:
    _, typist = respond(root, received, ("", "oui"))
    everything = typist.text.encode() + b"".join(path.read_bytes() for path in files(root))
    assert ADDRESS.encode() not in everything
    assert "une adresse de courriel" in typist.text


def test_plain_words_show_as_they_were_typed(root: Path) -> None:
    respond(root, mail(LABELLED + "# Pas un titre\n<b>\n"), ("", "oui"))
    html = read(root).responses[FILE].entry.body.html
    assert "3 &lt; 4 &amp; *vite*." in html
    assert "# Pas un titre" in html
    assert problems_of(root) == []


@pytest.mark.parametrize("answers", [("", "non"), (), ("",)])
def test_nothing_is_written_before_somebody_says_so(root: Path, answers: tuple[str, ...]) -> None:
    before = files(root)
    code, _ = respond(root, mail(LABELLED), answers)
    assert (code, new_files(root, before)) == (1, [])


def test_what_a_message_does_not_say_is_asked(root: Path) -> None:
    answers = ("actualites/rien", "actualites/compte-rendu", "oui", "Cosette", "oui")
    code, typist = respond(root, mail(TEXT), answers)
    assert code == 0, typist.text
    assert FILE in read(root).responses


def test_only_a_name_that_was_chosen_is_written(root: Path) -> None:
    before = files(root)
    received = mail(LABELLED.replace("Nom à publier : Cosette", "Nom à publier : "))
    code, typist = respond(root, received, (), sure=True)
    assert (code, new_files(root, before)) == (2, [])
    assert "--nom" in typist.text
    _, typist = respond(root, received, ("", "Euphrasie", "oui"))
    assert "Cosette F." not in typist.text + "".join(typist.prompts)


@pytest.mark.parametrize(
    ("received", "options", "words"),
    [
        (TEXT, {}, "--page"),
        (TEXT, {"page": "actualites/compte-rendu"}, "accepte"),
        (LABELLED.replace("Nom à publier : Cosette", ""), {}, '--nom "M'),
        (LABELLED.replace("J’accepte", "non, je n’accepte pas"), {}, "accepte"),
        (f"page: {PAGE}\nnom: x\ntexte: y\nsite_web: http://z.example\naccord: oui", {}, "automat"),
        ("", {}, "aucun mot"),
    ],
)
def test_a_script_is_told_what_lacks(
    root: Path, received: str, options: dict[str, str], words: str
) -> None:
    before = files(root)
    code, typist = respond(root, received.encode(), (), sure=True, **options)
    assert code == 2
    assert words in typist.text
    assert new_files(root, before) == []


@pytest.mark.parametrize("settings", ["REPONSES = ['capsules']", "", None])
def test_who_takes_a_response_that_no_page_shows_is_told(root: Path, settings: str | None) -> None:
    if settings is not None:
        (root.parent / "pelicanconf.py").write_text(settings)
    _, typist = respond(root, mail(LABELLED), ("", "oui"))
    assert ("conseil[reponse-cachee]" in typist.text) == (settings is not None)


def test_without_consent_nothing_is_written(root: Path) -> None:
    code, typist = respond(root, mail(TEXT), ("actualites/compte-rendu", "non"))
    assert code == 2
    assert "demandez-lui d’abord son accord" in typist.text


def test_a_second_response_of_the_day_has_a_name_of_its_own(root: Path) -> None:
    for words in ("", " Encore."):
        respond(root, mail(LABELLED + words), ("", "oui"))
    assert len(read(root).responses) == 2


def test_a_form_may_write_values_below_their_names_and_lines_after_the_text() -> None:
    told = message(f"page:\n{PAGE}\n\nnom:\nCosette\n\ntexte:\nUn mot.\n".encode())
    assert (told.page, told.name) == (PAGE, "Cosette")
    told = message(b"nom: C\naccord: oui\ntexte: Un mot.\nAccord : jamais.\nsite_web:\n")
    assert told.text.split() == ["Un", "mot.", "Accord", ":", "jamais."]
    assert not told.is_trap


@given(st.binary(max_size=400))
def test_any_bytes_make_a_message_or_are_none(content: bytes) -> None:
    message(b"From: a@b.example\nSubject: x\n\n" + content)


_WORDS = st.lists(st.text("abcéœß漢ё", min_size=1, max_size=9), min_size=1, max_size=30)


@given(_WORDS, st.sampled_from(["utf-8", "utf-16"]))
def test_no_word_of_a_reader_is_lost(words: list[str], encoding: str) -> None:
    told = message(f"Texte :\n{' '.join(words)}\n".encode(encoding))
    assert told.text.split() == words
