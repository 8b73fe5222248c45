"""What strangers send: Thai in any disorder, mixed with all that Unicode has."""

from hypothesis import strategies as st

THAI = [chr(code) for code in range(0x0E01, 0x0E5C) if not 0x0E3A < code < 0x0E3F]
TRAPS = list(
    "\n\r\t \u00a0\u00ad\u200b\u200d\u2028\ufeff\x00\x1f\x85\ud800\uf70a\uf899\u0301\u0345İßﬁǅΣé²½1aA.,-_%'\"()/"
)

thai = st.text(st.sampled_from(THAI + TRAPS), max_size=40)
anything = st.one_of(thai, st.text(), st.text(st.characters(), max_size=20))  # characters() includes lone surrogates
