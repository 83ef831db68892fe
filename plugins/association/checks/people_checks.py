"""What must hold of people's profiles before they are published. Pure.

Well-formedness is the schema's; here is what would betray somebody: an address that slipped into
a text, a profile nobody confirmed, an invented person. What pictures betray is in
``picture_checks``, what is dated too early in ``days_to_come``.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..content.company_numbers import names_one_department
from ..content.french_dates import day_in_words
from ..content.practitioner import PORTRAITS
from ..content.withdrawn import retired, traits
from ..core.words import fold
from ..core.zone import today
from ..people.dated_claims import DatedClaim, dated_claims
from ..people.gazetteer import FRANCE, gazetteer
from ..people.retention import findings as of_retention
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem
from .check_context import CheckContext
from .contact_details import Person, texts_of

_MOST_LISTED = 8


def profiles_to_confirm(context: CheckContext) -> Iterator[Problem]:
    """Find profiles that their owners have to confirm, or that left the site for want of it."""
    for person in context.content.practitioners.values():
        for finding in of_retention(person, context.policy, context.asof):
            yield person.problem(finding)


def claims_over(context: CheckContext) -> Iterator[Problem]:
    """Find what profiles claim to a day that is past, which shows no more."""
    day = today(context.asof)
    for person in context.content.practitioners.values():
        for claim in dated_claims(person.written):
            if claim.last_day < day:
                yield person.problem(_claim_over(claim, person.front.span_of(claim.path)))


def _claim_over(claim: DatedClaim, span: Span) -> Finding:
    return Finding(
        span,
        "indication-echue",
        f"ce que la fiche dit ici ne paraît plus depuis le {day_in_words(claim.last_day)} au soir",
        "demandez à la personne ce qu’il en est, puis écrivez le nouveau jour",
        f"sinon, retirez « {claim.path[-2]} »",
        severity=Severity.REMINDER,
    )


def links_told_by_one(context: CheckContext) -> Iterator[Problem]:
    """Find people of whom a profile says that they work together, and who do not say so."""
    people = context.content.practitioners
    for person in people.values():
        for rank, slug in enumerate(person.written.colleagues):
            span = person.front.span_of(("travaille_avec", rank))
            if slug == person.slug:
                says, fix, help = "cette fiche se nomme elle-même", "retirez ce nom", ""
            elif slug in people and person.slug not in people[slug].written.colleagues:
                says = f"la fiche « {slug} » ne dit pas que ces personnes travaillent ensemble"
                mend = (
                    f"ajoutez « {person.slug} » à son « travaille_avec »"
                    if people[slug].written.colleagues
                    else f"ajoutez-y « travaille_avec: [{person.slug}] »"
                )
                fix = f"si l’autre personne l’accepte, {mend}"
                help = "sinon, retirez ce nom : le lien ne paraît que si les deux fiches le disent"
            else:
                continue
            yield person.problem(
                Finding(span, "lien-non-rendu", says, fix, help, severity=Severity.ADVICE)
            )


def withdrawn_people(context: CheckContext) -> Iterator[Problem]:
    """Find people who asked to leave and come back by an old branch or a copy."""
    content = context.content
    withdrawals, found = retired(content.root)
    yield from found
    for person in content.practitioners.values() if withdrawals.withdrawals else ():
        who = traits(person)
        withdrawal = withdrawals.of(who)
        if withdrawal:
            of_another = (
                f"si c’est une autre personne du même nom : invoke retirer {person.slug} "
                "--autre-personne"
                if withdrawals.of(replace(who, own=()))
                else "son adresse ou son téléphone est celui de la fiche retirée ; si plusieurs "
                f"personnes s’en servent, effacez « aussi » du retrait {withdrawal.mark}"
            )
            yield person.problem(
                Finding(
                    Span(),
                    "fiche-retiree",
                    f"cette personne s’est retirée du site le {day_in_words(withdrawal.day)}",
                    "retirez de nouveau sa fiche : invoke retirer " + person.slug,
                    f"{of_another} ; si elle a redonné son accord, effacez de content/retires.yml "
                    f"le retrait dont l’empreinte est {withdrawal.mark}",
                )
            )


def town_in_texts(person: Person) -> Iterator[Finding]:
    """Find texts that name a town that the person did not agree to show."""
    written = person.written
    if "ville" in written.consent.covers:
        return
    town = re.compile(rf"\b{re.escape(fold(written.base.city))}\b")
    for text, span_of in texts_of(person):
        span = span_of(0, len(text))
        is_its_field = span == person.front.span_of(("lieu", "ville"))
        if not is_its_field and town.search(fold(text)):
            yield Finding(
                span,
                "ville-dans-le-texte",
                f"ce texte nomme « {written.base.city} », que l’accord ne couvre pas",
                "demandez à la personne si cela lui convient",
                "si oui, ajoutez « ville » à « pour » ; sinon, parlez de la région",
                severity=Severity.ADVICE,
            )


def given_name(person: Person) -> Iterator[Finding]:
    """Find a profile without a given name, which few people do without."""
    if not person.written.given_name:
        yield Finding(
            person.front.span_of(("nom",)),
            "prenom-absent",
            "cette fiche n’a pas de prénom",
            "ajoutez « prenom: … »",
            "si la personne n’a qu’un nom, ajoutez « sans_conseil: [prenom-absent] »",
            severity=Severity.ADVICE,
        )


def town_of_postal_code(person: Person) -> Iterator[Finding]:
    """Find a town that no commune of its French postal code has the name of."""
    base = person.written.base
    if base.country and base.country.code != FRANCE:
        return
    communes = gazetteer().names.get(base.postal_code, ())
    town = fold(base.city)
    if communes and not any(_same_place(town, fold(commune)) for commune in communes):
        yield Finding(
            person.front.span_of(("lieu", "code_postal")),
            "code-postal-ville",
            f"« {base.city} » n’est pas une commune du code postal {base.postal_code}",
            "vérifiez le code postal et le nom de la ville",
            f"communes de ce code postal : {', '.join(sorted(communes)[:_MOST_LISTED])}",
            related=person.front.span_of(("lieu", "ville")),
            related_label="la ville",
            severity=Severity.ADVICE,
        )


def department_of_declaration(person: Person) -> Iterator[Finding]:
    """Find a training body's number whose two departments differ."""
    company = person.written.company
    if company and company.declaration and not names_one_department(company.declaration):
        yield Finding(
            person.front.span_of(("entreprise", "declaration_activite")),
            "declaration-departement",
            "ce numéro de déclaration d’activité nomme deux départements",
            "vérifiez-le sur le récépissé de la préfecture",
            "d’ordinaire, ses chiffres 3 et 4 sont aussi les deux derniers",
            severity=Severity.ADVICE,
        )


def _same_place(one: str, other: str) -> bool:
    """« Montreuil » is « Montreuil-sur-Mer », and « Paris 18e » is « Paris »."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def place_of_portrait(person: Person) -> Iterator[Finding]:
    """Find a portrait outside their folder, which alone is published by what each agreed to."""
    photo = person.written.photo
    if photo and not photo.file.startswith(PORTRAITS):
        yield Finding(
            person.front.span_of(("photo", "fichier")),
            "portrait-range-ailleurs",
            "ce portrait n’est pas dans le dossier des portraits",
            f"rangez-le dans {PORTRAITS}",
            "ce dossier seul est publié selon l’accord de chacun",
        )


def shared_certificate_numbers(context: CheckContext) -> Iterator[Problem]:
    """Find two certificates of one person, métier and year, which would share one address."""
    for person in context.content.practitioners.values():
        years = [
            (held.metier, held.granted.year) if held.granted else None
            for held in person.written.metiers
        ]
        counts = Counter(year for year in years if year)
        for rank, year in enumerate(years):
            if year and counts[year] > 1 and year in years[:rank]:
                yield person.problem(
                    Finding(
                        person.front.span_of(("metiers", rank, "certifie_le")),
                        "certificat-en-double",
                        f"un certificat du même métier est déjà inscrit en {year[1]}",
                        "gardez une seule de ces deux inscriptions",
                    )
                )
