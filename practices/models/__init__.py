"""The catalogue's models, in the order a fact refers to another: places, awards, entries, people, showcase, sources."""

from practices.models.awards import AwardCategory, AwardTier, AwardYear, Coverage
from practices.models.entries import AwardEntry, CommunityUnit, PopulationBand
from practices.models.people import CouncilComposition, Executive, Office
from practices.models.places import Municipality, MunicipalityKind, MunicipalityName, Province, Region
from practices.models.showcase import Practice, PracticeAddress, PracticeKind, PracticePartner, Sector
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
