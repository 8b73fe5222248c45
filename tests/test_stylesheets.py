"""The palette can be read in both schemes, and the sheets keep the rules of the look."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parent.parent / "static" / "css"
SHEETS = ["tokens", "reset", "base", "layout", "components", "utilities", "print"]
BELOW_TOKENS = SHEETS[1:]


def sheet(name):
    return re.sub(r"/\*.*?\*/", "", (CSS / f"{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL)


def palette(scheme):
    light, dark = (
        dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", part)) for part in sheet("tokens").split("@media", 1)
    )
    return light if scheme == "light" else light | dark


def luminance(colour):
    channels = [int(colour[at:to], 16) / 255 for at, to in pairwise((1, 3, 5, 7))]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("text", ["ink", "ink-soft", "accent", "accent-deep", "visited", "remark", "gold-ink"])
def test_text_can_be_read(scheme, ground, text):
    colours = palette(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("mark", "ground"),
    [
        ("accent", "paper"),
        ("gold", "paper"),
        ("rule-strong", "paper"),
        ("focus", "paper"),
        ("men", "paper"),
        ("men", "surface-deep"),
        ("men", "women"),
        ("map-4", "surface"),
    ],
)
def test_marks_can_be_told_apart(scheme, mark, ground):
    colours = palette(scheme)
    assert contrast(colours[mark], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_button_can_be_read(scheme):
    colours = palette(scheme)
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["on-accent"], colours["accent-deep"]) >= 4.5


@pytest.mark.parametrize("name", BELOW_TOKENS)
def test_sheet_stands_in_its_own_layer(name):
    assert sheet(name).lstrip().startswith(f"@layer {name} {{")


@pytest.mark.parametrize("path", sorted(CSS.glob("*.css")), ids=lambda path: path.stem)
def test_a_line_holds_one_declaration_at_most(path):
    """So that a difference between two versions shows what was changed."""
    text = re.sub(r'"[^"]*"', '""', sheet(path.stem))
    assert re.findall(r"^.*[{};] *[^\s].*$", text, re.MULTILINE) == []
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 120] == []


@pytest.mark.parametrize("name", BELOW_TOKENS)
def test_thai_is_not_justified_spaced_or_slanted(name):
    assert re.findall(r"text-align: justify|letter-spacing|font-style: italic|word-break", sheet(name)) == []


@pytest.mark.parametrize("name", [name for name in BELOW_TOKENS if name != "print"])
def test_colours_are_named_in_tokens_only(name):
    """The print sheet binds the tokens anew, to ink on white."""
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(|oklch\(", sheet(name)) == []


@pytest.mark.parametrize("name", BELOW_TOKENS)
def test_every_token_used_is_bound(name):
    bound = set(re.findall(r"(--[a-z0-9-]+):", sheet("tokens") + sheet("layout")))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", sheet(name))) - bound == set()


@pytest.mark.parametrize("name", [*SHEETS, "admin"])
def test_our_own_letters_come_first(name):
    """Else Chromium shapes Thai in a font of the system, and does not shape it again when ours has come."""
    stacks = re.findall(r"(?:font-family|--font[a-z-]*):([^;]*,[^;]*);", sheet(name))
    assert [stack for stack in stacks if not stack.strip().startswith('"Noto Sans Thai Looped",')] == []


def test_the_admin_s_letters_are_ours_too():
    stacks = dict(re.findall(r"--font-family-(primary|monospace):\s*([^;]*);", sheet("admin")))
    assert stacks.keys() == {"primary", "monospace"}  # all that Django's own sheets name
