"""Settings of the site while it is written. What production adds is in ``publishconf.py``.

What each setting of Pelican means: docs.getpelican.com/en/stable/settings.html
"""

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
# « typographie » is a project of its own, laid out as Pelican's namespace plugins are.
PLUGIN_PATHS = [str(_HERE / "plugins"), str(_HERE / "plugins/typographie/pelican/plugins")]
# This file imports « association », which imports « typographie ».
sys.path[:0] = PLUGIN_PATHS

from association.core.content_folder import content_folder

# The site ------------------------------------------------------------------------------------
SITENAME = "Association européenne des intervenants en Thérapie Sociale TST"
SITE_COURT = "Thérapie Sociale TST"
SITE_DESCRIPTION = (
    "Des praticiens formés et supervisés en Thérapie Sociale TST aident les villes, les "
    "institutions et les équipes à retrouver la coopération."
)
# The address of the preview; publishconf.py gives the real one.
SITEURL = "http://localhost:8000"
SECRETARIAT = "secretariat@example.org"
# Its telephone, in the international form, and when somebody answers; "" shows none.
SECRETARIAT_TELEPHONE = ""
SECRETARIAT_HORAIRES = ""
# What the law asks for, shown in « Mentions légales »; publishconf.py gives the rest.
MENTIONS_LEGALES = {"denomination": SITENAME}
# Its other e-mail addresses and telephone numbers: texts may show them, without any advice.
COORDONNEES_PUBLIQUES: list[str] = []
# Whether this is the public site, and the kind of host that serves it (publishconf.py).
PRODUCTION = False
# Whether this is the preview of a proposal: it shows drafts, and search engines leave it out
# (apercuconf.py).
APERCU = False
# Whether browsers keep the offline page; never in a preview, whose pages change all the time.
HORS_LIGNE = False
HEBERGEMENT = ""
# A profile not confirmed for so many months is announced to the editors, then leaves the site.
FICHE_A_CONFIRMER_APRES = 18
FICHE_RETIREE_APRES = 24
# Public lines (« ssh-ed25519 AAAA… ») of keys that signed badges before that of today and were not
# stolen: what they signed stays believed. See docs/badges.md.
BADGES_ANCIENNES_CLES: list[str] = []
# Whether a production build may show the example practitioners and dates.
EXEMPLES_PUBLIES = True
# The folders whose pages show readers' responses and invite to write one; [] for none. An author's
# « reponses: non » closes one page. docs/redacteurs/reponses.md tells how they are moderated.
REPONSES = ["actualites", "capsules", "praticiens"]
# Where the form of a page sends them, a plain POST: "https://forms.example/…"; "" prepares a mail
# to the secretariat instead.
REPONSES_ADRESSE = ""

# The forge where editors correct a file in their browser; None: no page says so. For example
# {"type": "forgejo", "adresse": "https://codeberg.org", "depot": "association/site"}; « type » is
# github, gitlab or forgejo, and docs/redaction.md tells the other keys.
FORGE: dict[str, str] | None = None
# Whether the site comes with the forms of /redaction/, once « invoke redaction » prepared them.
REDACTION = os.environ.get("REDACTION") == "oui"

# Where things are ----------------------------------------------------------------------------
# A content in a repository of its own: CONTENU=../contenu/content in the environment.
PATH = str(content_folder(_HERE))
THEME = str(_HERE / "theme")
OUTPUT_PATH = str(_HERE / "output")
CACHE_PATH = str(_HERE / ".cache")
# Pictures are drawn anew for visitors, and leave with the pages that show them.
STATIC_PATHS = ["documents"]

# Language and time ---------------------------------------------------------------------------
DEFAULT_LANG = "fr"
TIMEZONE = "Europe/Paris"

# Plugins -------------------------------------------------------------------------------------
PLUGINS = ["typographie", "association"]

# Templates -----------------------------------------------------------------------------------
JINJA_ENVIRONMENT: dict[str, object] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}

# What Pelican would do on its own and the plugin does instead -----------------------------------
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
THEME_STATIC_PATHS: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# typogrify's English rules damage French; the plugin « typographie » calls it where it helps.
TYPOGRIFY = False
# Pelican's own caches leave raw links in the pages.
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
