"""The catalogue's models, in the order a fact refers to another: places, awards, entries, people, showcase, sources."""

from practices.models.awards import AwardCategory, AwardTotal, AwardYear
from practices.models.choices import (
    AwardTier,
    CommunityUnit,
    Coverage,
    Evidence,
    InferredPart,
    MunicipalityKind,
    Office,
    PopulationBand,
    PracticeKind,
    PracticeLink,
    Region,
    RemarkKind,
    Sector,
    SourceKind,
)
from practices.models.entries import AwardEntry
from practices.models.people import CouncilComposition, Executive
from practices.models.places import District, Municipality, MunicipalityName, Province, RegisteredPopulation
from practices.models.showcase import Practice, PracticeAddress, PracticePartner, Topic
from practices.models.sources import CatalogueFile, Citation, Reading, Remark, RemarkSubject, Source

__all__ = [
    "AwardCategory",
    "AwardEntry",
    "AwardTier",
    "AwardTotal",
    "AwardYear",
    "CatalogueFile",
    "Citation",
    "CommunityUnit",
    "CouncilComposition",
    "Coverage",
    "District",
    "Evidence",
    "Executive",
    "InferredPart",
    "Municipality",
    "MunicipalityKind",
    "MunicipalityName",
    "Office",
    "PopulationBand",
    "Practice",
    "PracticeAddress",
    "PracticeKind",
    "PracticeLink",
    "PracticePartner",
    "Province",
    "Reading",
    "Region",
    "RegisteredPopulation",
    "Remark",
    "RemarkKind",
    "RemarkSubject",
    "Sector",
    "Source",
    "SourceKind",
    "Topic",
]
