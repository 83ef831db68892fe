"""The commands of the project: ``invoke`` lists them, the work is in ``plugins/association``.

Each loads its own module when it runs: the schema alone takes 0.2 s.
"""

import gc
import io
import shlex
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import Any

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins/typographie/pelican/plugins"))
sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from association.commands.misuse import PasteTask, ScaffoldTask, SourceTask, refuse_misuse

ROOT = Path(__file__).resolve().parent

# What a command loads all stays: the collector would traverse it again and again in vain.
gc.set_threshold(50_000)

# Windows writes what is not for its terminal in a code page that lacks the signs of our sentences.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")

_DATE = {"date": "jour auquel montrer le site, par exemple 2027-03-14 (d’ordinaire : aujourd’hui)"}
_SETTINGS = {"settings": "fichier de réglages (d’ordinaire : pelicanconf.py)"}
_PORT = {"port": "port de l’aperçu sur cette machine (d’ordinaire : 8000)"}


@task(default=True)
def aide(_context: Context) -> None:
    """Montre cette liste."""
    for purpose, commands in COMMANDS.items():
        print(f"{purpose} :\n")
        for command in commands:
            print(f"  invoke {command.name:<15}  {command.__doc__}")
        print()
    print("Les options d’une commande : invoke --help nouveau")


@task(help=_SETTINGS | _DATE)
def build(_context: Context, settings: str = "pelicanconf.py", date: str = "") -> None:
    """Construit le site dans output/."""
    from association.commands.build import Options, main

    _end(main(ROOT, Options(settings, date)))


@task(help=_PORT | _DATE)
def serve(_context: Context, port: int = 8000, date: str = "") -> None:
    """Montre le site sur cette machine et le reconstruit à chaque changement."""
    from association.commands.preview import Options, main

    _end(main(ROOT, Options(port, date)))


@task(
    help=_PORT | {"ici": "montre ensuite le site et le formulaire, qui écrit dans content/ d’ici"}
)
def redaction(_context: Context, ici: bool = False, port: int = 8000) -> None:
    """Prépare le formulaire de rédaction, qui paraît dans le site avec REDACTION=oui."""
    from association.commands.forms import Options, main

    _end(main(ROOT, Options(ici, port)))


@task(
    help={
        "corriger": "montre les corrections qui ne demandent aucun choix, puis les écrit",
        "oui": "corrige sans poser de question (pour les scripts)",
        "annotations": "marque les lignes sur la forge : github (Forgejo aussi), ou aucune",
        "rapport_qualite": "fichier du rapport de qualité, pour GitLab",
        "resume": "fichier auquel ajouter le verdict en Markdown, pour la page d’une forge",
    }
)
def verifier(
    _context: Context,
    corriger: bool = False,
    oui: bool = False,
    annotations: str = "",
    rapport_qualite: str = "",
    resume: str = "",
) -> None:
    """Vérifie le contenu sans construire le site."""
    from association.commands.verify import Options, main

    _end(main(ROOT, Options(corriger, oui, annotations, rapport_qualite, resume)))


# A positional argument of invoke is never optional: the name is one when something follows.
@task(
    positional=["code"] if sys.argv[-1] != "expliquer" else [],
    help={"code": "le nom entre crochets, par exemple : date (sans nom : tous)"},
)
def expliquer(_context: Context, code: str | None = None) -> None:
    """Explique un message de la vérification."""
    from association.commands.explain import Options, main

    _end(main(ROOT, Options(code or "")))


@task(
    help=_SETTINGS
    | {
        "liens-externes": "essaie aussi les liens vers d’autres sites, un par seconde",
        "complet": "échoue quand un contrôle ne peut pas se faire sur cette machine",
    }
)
def controler(
    _context: Context,
    settings: str = "pelicanconf.py",
    liens_externes: bool = False,
    complet: bool = False,
) -> None:
    """Contrôle le site construit : liens, HTML, calendriers, données personnelles, poids."""
    from association.commands.audit import Options, main

    _end(main(ROOT, Options(settings, outside=liens_externes, whole=complet)))


@task(help=_DATE)
def prochain(_context: Context, date: str = "") -> None:
    """Dit quand le site construit changera de lui-même."""
    from association.commands.next_change import Options, main

    _end(main(ROOT, Options(date)))


@task(
    help={
        "settings": "fichier de réglages (d’ordinaire : publishconf.py)",
        "cible": "la cible de publishconf.py (d’ordinaire : la seule)",
        "a-blanc": "dit ce qui serait envoyé et effacé, sans rien changer",
        "retour": "remet en ligne la version d’avant",
        "sans-construire": "envoie output/ tel qu’il est",
        "sans-retour": "ne garde aucune version d’avant chez l’hébergeur",
        "premiere-fois": "accepte un dossier qui contient déjà autre chose",
        "meme-si-tout-change": "accepte que plus d’un cinquième du site disparaisse",
        "effacer-inconnus": "efface du dossier ce que cette commande n’y a pas mis",
        "verifier": "lit le site en ligne comme ses visiteurs, et le compare à ce qui a été signé",
        "attendre": "attend qu’une autre publication finisse, au lieu de refuser",
        "retirer": "enlève l’aperçu d’une proposition (avec --settings apercuconf.py)",
    }
)
def publier(
    _context: Context,
    settings: str = "publishconf.py",
    cible: str = "",
    a_blanc: bool = False,
    retour: bool = False,
    sans_construire: bool = False,
    sans_retour: bool = False,
    premiere_fois: bool = False,
    meme_si_tout_change: bool = False,
    effacer_inconnus: bool = False,
    attendre: bool = False,
    retirer: bool = False,
    verifier: bool = False,
) -> None:
    """Construit le site, le contrôle et le met en ligne, ou remet en ligne la version d’avant."""
    from association.commands import check_online
    from association.commands.deliver import Options, main
    from association.delivery.guard import Consent

    if verifier:
        _end(check_online.main(ROOT, settings))
        return
    consent = Consent(premiere_fois, meme_si_tout_change, effacer_inconnus)
    options = Options(
        settings,
        cible,
        not sans_construire,
        retour,
        a_blanc,
        sans_retour,
        attendre,
        retirer,
        consent,
    )
    _end(main(ROOT, options))


@task(
    help={
        "pour": "nginx ou caddy (d’ordinaire : HEBERGEMENT des réglages)",
        "settings": "fichier de réglages (d’ordinaire : publishconf.py)",
    }
)
def hebergement(_context: Context, pour: str = "", settings: str = "publishconf.py") -> None:
    """Écrit la configuration à inclure dans celle d’un serveur nginx ou Caddy."""
    from association.commands.host_configuration import Options, main

    _end(main(ROOT, Options(settings, pour)))


@task(help={"rapide": "une minute au plus : sans navigateur, sans serveur, sans site entier"})
def test(context: Context, rapide: bool = False) -> None:
    """Lance les tests (les options de pytest viennent après « -- »)."""
    # A process more would collect the tests once more, which takes longer than what it saves.
    quick = "-n", "0", "-m", "not long", "--hypothesis-profile", "rapide"
    # A file's tests share what it makes: one process runs them all.
    whole = "-n", "auto", "--dist", "loadfile"
    _pytest(*(quick if rapide else whole), *shlex.split(context.remainder))


@task
def bless(_context: Context) -> None:
    """Prend ce que donne le code pour nouvelle référence : site des tests, pages du guide."""
    # The catalogue of problems quotes the texts that the first run rewrites.
    _pytest("--bless", "tests/test_erreurs.py")
    _pytest("--bless")


@task(name="images-du-guide")
def images_du_guide(_context: Context) -> None:
    """Refait les images du guide de rédaction, d’après ce que montre le programme."""
    _pytest("--draw", "tests/test_guide_pictures.py", "tests/forms/test_guide_pictures.py")


@task
def inventaire(_context: Context) -> None:
    """Écrit la liste de tout ce dont le programme est fait, avec les licences."""
    _run("-m", "tools.inventory")


@task
def audit(_context: Context) -> None:
    """Cherche les failles connues des dépendances (demande l’accès à internet)."""
    pins = ("--requirement", "requirements-dev.txt")
    _run("-m", "pip_audit", *pins, "--require-hashes", "--disable-pip")


@task
def clean(_context: Context) -> None:
    """Efface le site construit et les fichiers de travail."""
    for name in ("output", "output.en-cours", ".cache"):
        shutil.rmtree(ROOT / name, ignore_errors=True)


@task(
    klass=ScaffoldTask,
    auto_shortflags=False,
    help={
        "genre": "actualite, evenement, compte-rendu, praticien, capsule, metier, document, groupe "
        "ou page",
        "copie_de": "nom d’un fichier du même genre à copier ; ce qui doit changer est demandé",
        "nom_de_fichier": "nom du nouveau fichier (d’ordinaire : tiré du titre)",
        "sans_question": "ne demande rien : ce qui manque est dit (pour les scripts)",
    },
)
def nouveau(
    _context: Context,
    genre: str,
    copie_de: str = "",
    nom_de_fichier: str = "",
    sans_question: bool = False,
    **fields: list[str],
) -> None:
    """Commence un fichier : une actualité, un évènement, une fiche… en posant les questions."""
    from association.commands.new import Options, main

    _end(main(ROOT, Options(genre, fields, copie_de, nom_de_fichier, sans_question)))


@task(
    klass=PasteTask,
    auto_shortflags=False,
    help={
        "source": "un fichier .docx, .odt, .ods, .html, .eml ou .txt (sinon : ce qui est collé)",
        "genre": "commence un fichier : actualite, evenement, compte-rendu, capsule, page…",
        "dans": "met le texte dans un fichier qui existe, par exemple actualites/nom",
        "nom_de_fichier": "nom du nouveau fichier (d’ordinaire : tiré du titre)",
        "oui": "écrit dans le fichier sans poser de question (pour les scripts)",
    },
)
def coller(
    _context: Context,
    source: str = "-",
    genre: str = "",
    dans: str = "",
    nom_de_fichier: str = "",
    oui: bool = False,
    **fields: list[str],
) -> None:
    """Apporte un texte d’ailleurs : document, page web, courriel ; listes et tableaux compris."""
    from association.commands.paste import Options, main

    _end(main(ROOT, Options(source, genre, dans, fields, nom_de_fichier, oui)))


@task(
    klass=SourceTask,
    help={
        "source": "le courriel (.eml) ou le texte reçu (sinon : ce qui est collé)",
        "page": "la page à laquelle on répond, si le message ne le dit pas : praticiens/nom",
        "nom": "le nom à publier, si le message ne le dit pas",
        "oui": "ne demande rien : ce qui manque est dit (pour les scripts)",
    },
)
def reponse(
    _context: Context, source: str = "-", page: str = "", nom: str = "", oui: bool = False
) -> None:
    """Range la réponse d’un lecteur sous la page, sans son adresse, après vous l’avoir montrée."""
    from association.commands.response import Options, main

    _end(main(ROOT, Options(source, page, nom, oui)))


@task(
    positional=["source"],
    iterable=["alt"],
    help={
        "source": "un dossier ou une image (plusieurs : invoke photos a.jpg -- b.jpg c.jpg)",
        "vers": "le dossier de content/images où les ranger (d’ordinaire : actualites)",
        "dans": "le texte où les montrer, par exemple actualites/nom",
        "alt": "ce que montre l’image, sans que la question soit posée (une fois par image)",
    },
)
def photos(_context: Context, source: str, alt: list[str], vers: str = "", dans: str = "") -> None:
    """Apporte des photos : réduites, sans données cachées, rangées, prêtes à montrer."""
    from association.commands.photos import Options, main

    # Invoke joins what follows « -- » with spaces, which names of pictures hold too.
    further = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    _end(main(ROOT, Options((source, *further), vers, tuple(alt), dans)))


@task(
    positional=["texte", "langue"],
    help={
        "texte": "le texte à traduire, par exemple content/actualites/nom.md",
        "langue": "la langue, en deux lettres : de, en, es, it ou nl",
        "relue": "dit que la traduction a été relue d’après le texte d’aujourd’hui",
    },
)
def traduire(_context: Context, texte: str, langue: str, relue: bool = False) -> None:
    """Commence la traduction d’un texte, ou dit qu’elle est relue."""
    from association.commands.translate import Options, main

    _end(main(ROOT, Options(texte, langue, relue)))


@task(
    help={
        "slug": "le nom du fichier de la fiche, sans « .md »",
        "oui": "retire sans poser de question (pour les scripts)",
        "autre_personne": "ne retire rien : cette fiche n’est pas celle de l’homonyme retiré",
    }
)
def retirer(_context: Context, slug: str, oui: bool = False, autre_personne: bool = False) -> None:
    """Retire une personne du site, avec toutes ses traces."""
    from association.commands.withdraw import Options, main

    _end(main(ROOT, Options(slug, oui, autre_personne)))


@task(
    name="cle-badges",
    positional=["chemin"],
    help={"chemin": "le fichier à écrire, hors de tout dépôt, par exemple ~/cles/badges"},
)
def cle_badges(_context: Context, chemin: str) -> None:
    """Fait la clé qui signe les badges Open Badges 3.0, et dit comment la garder."""
    from association.commands.badge_key import main

    _end(main(chemin))


@task(
    name="mes-donnees",
    positional=["slug"],
    help={"slug": "le nom du fichier de la fiche, sans « .md »"},
)
def mes_donnees(_context: Context, slug: str) -> None:
    """Écrit tout ce que le site dit d’une personne, pour qu’elle le lise et le signe."""
    from association.commands.personal_record import main

    _end(main(ROOT, slug))


def _pytest(*options: str) -> None:
    _run("-m", "pytest", *options)


def _run(*arguments: str) -> None:
    """Run this Python with some arguments, from the project's root."""
    _end(subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode)


def _end(code: int) -> None:
    """End with ``code`` when it says that something went wrong; else let the next task run."""
    if code:
        raise Exit(code=code)


TO_WRITE = "Pour écrire"
COMMANDS: dict[str, tuple[Any, ...]] = {
    TO_WRITE: (
        *(nouveau, coller, photos, reponse, traduire, verifier, expliquer, serve, build, prochain),
        *(retirer, mes_donnees, redaction, aide),
    ),
    "Pour tenir le site": (controler, publier, hebergement, cle_badges),
    "Pour le programme": (test, bless, images_du_guide, inventaire, audit, clean),
}
"""All commands, by what they are for, in the order in which they are listed."""

namespace = Collection(*chain.from_iterable(COMMANDS.values()))
refuse_misuse(namespace)
