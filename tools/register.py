"""From the compiled tables of local governments to the files of fixtures/register/.

python -m tools.register FOLDER, the folder that holds local_governments.csv, districts.csv and
population_series.csv.gz. A body keeps the slug that it has in fixtures/register/; a new one is given one by rule.
"""

import csv
import gzip
import io
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from practices.register.files import BODIES, DISTRICTS, POPULATION, write

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
OUR_ENGLISH = {"10": "Bangkok", "2096": "Pattaya"}
SPECIAL = "special"


def base(body: dict) -> str:
    """The name in letters, and the kind, which goes without saying for those of a kind of their own."""
    name = re.sub(r"[^a-z0-9]+", "-", body["name_en"].lower()).strip("-")
    return name if body["kind"] == SPECIAL else f"{name}-{body['kind']}"


def slugs(bodies: list[dict], provinces: dict[str, str], in_use: dict[str, str]) -> dict[str, str]:
    """Code → slug: those in use, else name and kind, with the province, then the district, where these repeat."""
    taken = set(in_use.values())
    steps = (
        base,
        lambda body: f"{base(body)}-{provinces[body['province']]}",
        lambda body: f"{base(body)}-{provinces[body['province']]}-{letters(body['district_en'])}",
        lambda body: f"{base(body)}-{provinces[body['province']]}-{letters(body['district_en'])}-{body['code']}",
    )
    found, left = dict(in_use), [body for body in bodies if body["code"] not in in_use]
    for step in steps:
        of_slug = defaultdict(list)
        for body in left:
            of_slug[step(body)].append(body)
        for slug, same in of_slug.items():
            if len(same) == 1 and slug not in taken:
                found[same[0]["code"]] = slug
        taken |= set(found.values())
        left = [body for body in left if body["code"] not in found]
    return found


def letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def table(path: Path) -> list[dict]:
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def main(folder: Path, root: Path = FIXTURES) -> None:
    provinces = {
        record["fields"]["code"]: record["fields"]["slug"]
        for record in json.loads((root / "reference/provinces.json").read_text())
    }
    districts = [
        {"code": row["code"], "name_th": row["name_th"], "name_en": row["name_en"], "province": row["province_code"]}
        for row in table(folder / "districts.csv")
    ]
    code_of = {(row["province"], row["name_th"]): row["code"] for row in districts}
    bodies = []
    for row in table(folder / "local_governments.csv"):
        first = row["district_th"].split("|")[0]  # four lie in two
        bodies.append(
            {
                "code": row["code"],
                "kind": row["kind"],
                "name_th": row["name_th"],
                "name_en": OUR_ENGLISH.get(row["code"], row["name_en"]),
                "province": row["province_code"],
                "district": code_of[row["province_code"], first] if first else "",
                "district_en": row["district_en"].split("|")[0],
                "former_kinds": row["previous_kinds"],
                **{name: row[name] for name in ("council_size", "council_since", "latitude", "longitude")},
                "area_km2": row["area_km2"],
                "website": row["website"],
            }
        )
    present = root / BODIES.path
    in_use = {row["code"]: row["slug"] for row in table(present)} if present.exists() else {}
    found = slugs(bodies, provinces, in_use)
    assert max(Counter(found.values()).values()) == 1  # noqa: S101 (a tool's own check)
    write(root, DISTRICTS, districts)
    write(root, BODIES, [body | {"slug": found[body["code"]]} for body in bodies])
    write(root, POPULATION, table(folder / "population_series.csv.gz"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
