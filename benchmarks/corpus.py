"""The content that the measures build: the site's own, and as much more of each kind as asked.

The same at each run: chance begins at a fixed number.
"""

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "plugins/typographie/pelican/plugins")]

from association.content.reading import read_vocabulary  # noqa: E402
from association.content.schema import Vocabulary  # noqa: E402
from association.core.words import slug_of  # noqa: E402
from association.people.gazetteer import PLACES, shipped  # noqa: E402

# The day on which the site is built.
ASOF = "2026-11-26"
_PROFILE = """---
prenom: {given}
nom: {family}
accroche: {slogan}
metiers:
  - metier: {metier}
    certifie_le: {year}-03-{day:02}
    valable_jusqu_au: {until}-03-{day:02}
lieu:
  ville: "{town}"
  code_postal: "{code}"
regions: {regions}
a_distance: {remote}
langues: {langues}
publics: {publics}
themes: {themes}
accompagnements: {accompagnements}
contact:
  mode: secrétariat
parcours:
  - periode: 2010–{year}
    texte: {step}
deontologie: oui
consentement:
  le: 2026-06-{day:02}
  pour: [ville]
---

{text}
"""
_STARTS = (
    "An Ba Be Ca Cé Da Dé El Fa Flo Ga Gé Hé Isa Jé Jo Ju Lé Lo Lu Ma Mé Ni No O Pa Ro Sa Sté Ti Vi"
)
_MIDDLES = "bri cé do fa ga la le li lo ma mi na ni no ra ré ri ro sa si ta té ti va vo"
_ENDS = "as bert chard da del dou el ette ier in ine is le lle mas na ne nne on rd re rie son tte"
_WORDS = {"publics": "audiences", "themes": "themes", "accompagnements": "forms"}
_SENTENCE = re.compile(r"[A-ZÉÀ][^.?!\n:«»*\[\]#>]{30,160}\.(?= |\n)")
_NEWS = "---\ntitre: {title}\ndate: {day}\nresume: {summary}\n---\n\n{text}\n"
_EVENT = """---
titre: {title}
debut: {day} 09:30
fin: {day} 17:00
lieu:
  nom: Salle des fêtes
  code_postal: "69001"
  ville: Lyon
categorie: Journée de rencontre
resume: {summary}
---

{text}
"""


def corpus(counts: Mapping[str, int], folder: Path) -> Path:
    """Write the site's content and so many entries besides, by their folder; return its folder.

    The folders are « actualites », « praticiens » and « agenda ».
    """
    root = folder / "content"
    shutil.copytree(ROOT / "content", root)
    sentences = sentences_of(root)
    for kind, count in counts.items():
        for name, text in _MAKERS[kind](count, root, sentences):
            (root / kind / f"{name}.md").write_text(text, "utf-8")
    _commit(folder)
    return root


def _people(count: int, root: Path, sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    chance = random.Random(17)
    vocabulary = read_vocabulary(ROOT / "content")
    towns = list(_towns(vocabulary))
    taken = {path.stem for path in root.rglob("*.md")}
    while count:
        given, family = _name(chance), _name(chance)
        slug = slug_of(f"{given} {family}")
        if slug not in taken:
            taken.add(slug)
            yield slug, _profile(given, family, chance, towns, sentences, vocabulary)
            count -= 1


def _texts(
    form: str, days: int, to_come: int
) -> Callable[[int, Path, Sequence[str]], Iterator[tuple[str, str]]]:
    """Return what makes news or dates over so many days, of which so many are to come."""
    first = date.fromisoformat(ASOF) - timedelta(days=days - to_come)

    def made(count: int, _root: Path, sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
        chance = random.Random(18)
        for number in range(count):
            parts = (" ".join(chance.sample(sentences, 6)) for _ in range(5))
            yield (
                f"texte-{number}",
                form.format(
                    title=f"Texte numéro {number}",
                    day=first + timedelta(days=number * days // count),
                    summary=f"Ce que dit le texte {number}.",
                    text="\n\n## Une partie\n\n".join(parts),
                ),
            )

    return made


def _commit(folder: Path) -> None:
    """Give a folder a history: the public site refuses a content without one."""
    name = ["-c", "user.name=Banc", "-c", "user.email=banc@example.org"]
    for words in (["init", "--quiet"], ["add", "content"], [*name, "commit", "-qm", "Contenu"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def _towns(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Yield the French towns that are known: postal code, name, region."""
    regions = {
        prefix: word.name
        for word in vocabulary.of_kind("regions").values()
        for prefix in word.postal_prefixes
    }
    for line in shipped(PLACES).decode().splitlines():
        if found := re.match(r"(\d{5}) -?\d+ -?\d+ ([^,\d]+)\d", line):
            code, town = found.groups()
            region = regions.get(code[:2]) or regions.get(code[:3])
            if region:
                yield code, town, region


def sentences_of(content: Path) -> list[str]:
    """Return the plain sentences of the site’s profiles."""
    files = sorted(content.glob("praticiens/*.md"))
    bodies = (file.read_text("utf-8").split("---\n", 2)[2] for file in files)
    return [found for body in bodies for found in _SENTENCE.findall(body)]


def _name(chance: random.Random) -> str:
    parts = [chance.choice(_STARTS.split())]
    parts += [chance.choice(_MIDDLES.split()) for _ in range(chance.randint(1, 2))]
    return "".join(parts) + chance.choice(_ENDS.split())


def _profile(
    given: str,
    family: str,
    chance: random.Random,
    towns: Sequence[tuple[str, str, str]],
    sentences: Sequence[str],
    vocabulary: Vocabulary,
) -> str:
    code, town, region = chance.choice(towns)
    others = [name for _, _, name in chance.sample(towns, chance.choice((0, 0, 1, 1, 2)))]
    year = chance.randint(2018, 2026)
    words = {
        field: _listed(chance.sample(_names(vocabulary, kind), chance.randint(1, 3)))
        for field, kind in _WORDS.items()
    }
    parts = (" ".join(chance.sample(sentences, 7)) for _ in range(3))
    return _PROFILE.format(
        given=given,
        family=family,
        slogan=json.dumps(f"{family} : {chance.choice(sentences)}"[:140], ensure_ascii=False),
        metier=chance.choice(("intervenant", "facilitateur")),
        year=year - 1 if year == 2026 else year,
        until=year + 5,
        day=chance.randint(1, 28),
        town=town,
        code=code,
        regions=_listed(list(dict.fromkeys([region, *others]))),
        remote=chance.choice(("oui", "non")),
        langues=_listed(
            ["français", *chance.sample(["anglais", "espagnol"], chance.randint(0, 1))]
        ),
        step=json.dumps(chance.choice(sentences), ensure_ascii=False),
        text="\n\n".join(parts),
        **words,
    )


def _names(vocabulary: Vocabulary, kind: str) -> list[str]:
    return [word.name for word in vocabulary.of_kind(kind).values()]


def _listed(names: list[str]) -> str:
    return json.dumps(names, ensure_ascii=False)


_MAKERS = {
    "actualites": _texts(_NEWS, 3000, 0),
    "praticiens": _people,
    "agenda": _texts(_EVENT, 3000, 200),
}
KINDS = tuple(_MAKERS)
