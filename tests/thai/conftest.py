"""Real Thai to test with: every place name of the country, and one page of the book."""

from pathlib import Path

import geothai
import pytest


@pytest.fixture(scope="session")
def provinces():
    return [province.name_th for province in geothai.provinces()]


@pytest.fixture(scope="session")
def place_names(provinces):
    """The 77 provinces and every district and subdistrict, each name once."""
    districts = [district for province in geothai.provinces() for district in geothai.districts(province.code)]
    subdistricts = [subdistrict for district in districts for subdistrict in geothai.subdistricts(district.code)]
    return sorted({*provinces, *(place.name_th for place in districts), *(place.name_th for place in subdistricts)})


@pytest.fixture(scope="session")
def english_place_names():
    return sorted({province.name_en for province in geothai.provinces()})


@pytest.fixture(scope="session")
def page_lines():
    """Page 279 of the award book of 2557 as its library gives it, line by line."""
    return (Path(__file__).parent / "data/page_279.txt").read_text().splitlines()
