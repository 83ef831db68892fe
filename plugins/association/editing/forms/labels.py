"""The names of fields on a form: the keys of the schema as French writes them. Pure."""

# The keys that are more than their own words: accents, apostrophes, what a heading would say.
_WRITTEN = {
    "a_distance": "À distance",
    "acces": "Accès",
    "adhesions": "Adhésions",
    "alt": "Texte de remplacement",
    "annees": "Durée en années",
    "annulees": "Dates annulées",
    "categorie": "Catégorie",
    "categories": "Catégories",
    "certifie_le": "Certifié le",
    "confirme_le": "Confirmée le",
    "credit": "Crédit",
    "date_initiale": "Date d’abord annoncée",
    "debut": "Début",
    "deontologie": "Adhère au code de déontologie",
    "deplacees": "Dates déplacées",
    "duree": "Durée en minutes",
    "evenement": "Évènement",
    "feminin": "Féminin",
    "frequence": "Fréquence",
    "invites": "Invités",
    "jours": "Jours de formation",
    "jusqu_au": "Jusqu’au",
    "lang": "Langue du texte",
    "legende": "Légende",
    "metier": "Métier",
    "metiers": "Métiers",
    "mode_initial": "Mode d’abord annoncé",
    "mots_cles": "Mots-clés",
    "numero": "Numéro",
    "periode": "Période",
    "prenom": "Prénom",
    "recurrence": "Récurrence",
    "regions": "Régions",
    "resume": "Résumé",
    "revision": "Révision",
    "serie": "Série",
    "series": "Séries",
    "telephone": "Téléphone",
    "themes": "Thèmes",
    "titre_menu": "Titre dans le menu",
    "uid": "Ancien nom du fichier",
}


def label(key: str) -> str:
    """Return the name of a field: « mots_cles » is « Mots-clés »."""
    return _WRITTEN.get(key) or key.replace("_", " ").capitalize()
