"""security.txt: where to report a vulnerability of the site (RFC 9116). Pure."""

from datetime import date


def expires(today: date) -> date:
    """Return the day from which the file is no longer to be trusted: ten to eleven months ahead.

    It is the same all month, so that builds of one month write the same file; RFC 9116 §2.5.5
    recommends less than a year.
    """
    months = today.month - 1 + 11
    return date(today.year + months // 12, months % 12 + 1, 1)


def security_txt(contact: str, site_url: str, today: date) -> bytes:
    """Return the file, for a mail address to write to and a site without a path."""
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {expires(today).isoformat()}T00:00:00Z",
        "Preferred-Languages: fr, en",
        f"Canonical: {site_url}/{PATH}",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


# RFC 9116 §3: at the root of the host.
PATH = ".well-known/security.txt"
