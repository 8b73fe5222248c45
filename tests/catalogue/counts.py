"""How much the real catalogue holds: counted in the register of awards, not in the fixtures."""

ENTRIES, BODIES, PROVINCES = 71, 45, 30
PER_YEAR = {
    2551: 1,
    2552: 3,
    2553: 2,
    2555: 1,
    2556: 1,
    2557: 8,
    2558: 1,
    2559: 10,
    2560: 5,
    2561: 6,
    2562: 11,
    2563: 3,
    2564: 11,
    2565: 5,
    2566: 3,
}
YEARS = len(PER_YEAR)
# The state's register, counted in the tables that it was compiled in.
REGISTERED_BODIES, DISTRICTS, REGISTERED_FIGURES = 7_850, 928, 163_490
