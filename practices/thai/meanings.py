"""Words that readers use for what the catalogue calls otherwise. Searching for one finds the other as well."""

from typing import Final

_NORTHEAST = "ภาคตะวันออกเฉียงเหนือ"

# Folded word → the folded words it also stands for.
MEANINGS: Final = {
    # Regions
    "อีสาน": (_NORTHEAST,),
    "ภาคอีสาน": (_NORTHEAST,),
    "ปักษ์ใต้": ("ภาคใต้",),
    "isan": (_NORTHEAST,),
    "isaan": (_NORTHEAST,),
    "esan": (_NORTHEAST,),
    "northeastern": (_NORTHEAST,),
    # Provinces
    "korat": ("นครราชสีมา",),
    "khorat": ("นครราชสีมา",),
    # Kinds of local government
    "sao": ("องค์การบริหารส่วนตำบล",),
    "tao": ("องค์การบริหารส่วนตำบล",),
    "pao": ("องค์การบริหารส่วนจังหวัด",),
    "tambon": ("subdistrict",),
    "thesaban": ("เทศบาล",),
    "tessaban": ("เทศบาล",),
    "changwat": ("จังหวัด",),
    "organization": ("organisation",),
    # People
    "mayor": ("นายกเทศมนตรี",),
    "youth": ("เยาวชน",),
    "children": ("เด็ก",),
    "women": ("สตรี", "ผู้หญิง"),
    "elderly": ("ผู้สูงอายุ",),
}


def meanings(term: str) -> tuple[str, ...]:
    """Return a folded term and what else it stands for.

    >>> meanings("korat"), meanings("ลำพูน")
    (('korat', 'นครราชสีมา'), ('ลำพูน',))
    """
    return (term, *MEANINGS.get(term, ()))
