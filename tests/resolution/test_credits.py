import pytest

from newsgraph.resolution.credits import credited

BODY = "Armed men held up a train near Kano on Monday. Nobody was hurt."
LONG = " ".join([BODY] * 30)

CREDITS = {
    f"KANO (AP) - {BODY}": {"Associated Press"},
    f"KANO, Nigeria, May 3 (Reuters) -- {BODY}": {"Reuters"},
    f"KANO, 3 May. /TASS/. {BODY}": {"TASS"},
    f"KANO, 3 MAY 90 (AGENCE FRANCE-PRESSE) -- {BODY.upper()}": {"Agence France-Presse"},
    f"Train held up\n\nKANO (dpa/AFP) – {BODY}": {"Deutsche Presse-Agentur", "Agence France-Presse"},
    f"KANO, AFP - {BODY}": {"Agence France-Presse"},
    f"By Jane Roe, Associated Press\n{BODY}": {"Associated Press"},
    f"Train held up near Kano - Interfax\n{BODY}": {"Interfax"},
    f"{BODY} (AFP)": {"Agence France-Presse"},
    f"{BODY}\n— Reuters": {"Reuters"},
    f"{BODY}\nXinhua": {"Xinhua"},
    f"{LONG}\n(Reporting by Jane Roe and Ali Bello for Reuters; editing by Jo Doe)": {"Reuters"},
    f"{LONG} With material from AFP and dpa.": {"Agence France-Presse", "Deutsche Presse-Agentur"},
    f"{LONG}\nThe Associated Press contributed to this report.": {"Associated Press"},
    f"{LONG}\n© 2024 AFP": {"Agence France-Presse"},
    f"{LONG} An official told Reuters that two men were held. {LONG}": {"Reuters"},
}

NONE = (
    BODY,
    f"{BODY} Reuters has moved its office to Kano.",
    "Trade in the Middle East and North Africa (MENA) grew by a tenth. It had shrunk before.",
    f"KANO (Interfax-Ukraine) - {BODY}",
    f"{LONG} Reporting by foreign papers is forbidden. {LONG} Reuters had to leave. {LONG}",
    "",
)


@pytest.mark.parametrize("text", CREDITS)
def test_credited(text: str) -> None:
    """An agency in the dateline, the byline, the last line or behind "told" is found, by its full name."""
    assert credited(text) == CREDITS[text]


@pytest.mark.parametrize("text", NONE)
def test_not_credited(text: str) -> None:
    """An agency that is spoken of, a longer name and what only looks like a dateline are no credits."""
    assert credited(text) == frozenset()
