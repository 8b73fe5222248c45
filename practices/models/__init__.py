"""The catalogue's models, in the order a fact refers to another: places, entries, people, showcase, sources."""

from practices.models.entries import (
    AwardCategory,
    AwardEntry,
    AwardTier,
    AwardYear,
    CommunityUnit,
    Coverage,
    PopulationBand,
)
from practices.models.people import CouncilComposition, Executive, Office
from practices.models.places import Municipality, MunicipalityKind, MunicipalityName, Province, Region
from practices.models.showcase import Practice, PracticeKind, PracticePartner, Sector
from practices.models.sources import CatalogueFile, Citation, Remark, RemarkSubject, Source, SourceKind

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
