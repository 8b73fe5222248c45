"""The catalogue's models, in the order a fact refers to another: places, awards, entries, people, showcase, sources."""

from practices.models.awards import AwardCategory, AwardYear
from practices.models.choices import (
    AwardTier,
    CommunityUnit,
    Coverage,
    MunicipalityKind,
    Office,
    PopulationBand,
    PracticeKind,
    Region,
    Sector,
    SourceKind,
)
from practices.models.entries import AwardEntry
from practices.models.people import CouncilComposition, Executive
from practices.models.places import Municipality, MunicipalityName, Province
from practices.models.showcase import Practice, PracticeAddress, PracticePartner
from practices.models.sources import CatalogueFile, Citation, Remark, RemarkSubject, Source

__all__ = [
    "AwardCategory",
    "AwardEntry",
    "AwardTier",
    "AwardYear",
    "CatalogueFile",
    "Citation",
    "CommunityUnit",
    "CouncilComposition",
    "Coverage",
    "Executive",
    "Municipality",
    "MunicipalityKind",
    "MunicipalityName",
    "Office",
    "PopulationBand",
    "Practice",
    "PracticeAddress",
    "PracticeKind",
    "PracticePartner",
    "Province",
    "Region",
    "Remark",
    "RemarkSubject",
    "Sector",
    "Source",
    "SourceKind",
]
