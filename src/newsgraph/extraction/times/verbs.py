"""Verbs that share their time with another word of the clause, or keep it to themselves. Lemmas."""

_HAPPEN = """
occur happen take begin start launch carry conduct stage erupt hold make mount break continue come follow be commit
perpetrate kill injure wound leave cause claim suffer give have resume open hit strike sign reach schedule slate last
"""
_SAME_TIME = "try attempt begin start manage continue fail keep help make force let"
_ABOUT = """
say tell report announce declare state write claim add warn deny quote accuse cite confirm condemn allege admit
criticize criticise call blame urge demand threaten promise vow plan expect predict discuss commemorate mark
investigate praise reject welcome denounce remember recall describe mention order schedule postpone propose suggest
acknowledge argue believe think insist note estimate reveal disclose observe mourn
"""

_RESULT = """
kill injure wound hurt destroy damage leave cause claim hit strike displace trigger begin start end last take occur
happen bring force send
"""

RESULT = frozenset(_RESULT.split())
"""What they tell comes about when their subject happens: "the attack killed"."""

HAPPEN = frozenset(_HAPPEN.split())
"""Their subject or object happens when they do: "an attack occurred", "launched an attack"."""

SAME_TIME = frozenset(_SAME_TIME.split())
"""Their complement is at the same time: "tried to storm"."""

ABOUT = frozenset(_ABOUT.split())
"""Their object or content is usually at another time: "said that", "condemned the attack"."""
