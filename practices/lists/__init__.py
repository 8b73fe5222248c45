"""The contract of the address: one FilterSet for each list, read by its page, files, feed and API alike."""

from practices.lists.filtersets import (
    AwardEntryFilter,
    CatalogueFilter,
    MunicipalityFilter,
    PracticeFilter,
    RegisterFilter,
    of_bodies,
)

__all__ = ["AwardEntryFilter", "CatalogueFilter", "MunicipalityFilter", "PracticeFilter", "RegisterFilter", "of_bodies"]
