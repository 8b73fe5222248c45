"""Which of a pair of stored texts the reader sees: Thai, or English on the pages under /en/."""

from django.utils.translation import get_language


def in_active_language(thai: str, english: str) -> str:
    """The English text on English pages where we hold one, else the Thai one."""
    return english if english and get_language() == "en" else thai
