"""Texts that would like to be more than texts, and IRIs that would like to lead elsewhere."""

from newsgraph.ontology.prefixes import DATA

SCRIPT = "<script>alert(1)</script>"
TEXTS = {
    "script": SCRIPT,
    "break-out": "\"'><img src=x onerror=alert(1)>",
    "an attribute": '" onmouseover="alert(1)" x="',
    "unquoted": "x onfocus=alert(1) autofocus",
    "a link": "javascript:alert(1)",
    "an end of a field": "</textarea></title></style></svg><svg/onload=alert(1)>",
    "a comment": "<!-- --!> <![CDATA[ ]]> <?php ?> -->",
    "a template": "{{7*7}} {% include 'x' %} ${7*7} #{7*7} {{''.__class__}} %(x)s {0}",
    "character references": "&lt;script&gt; &#60;b&#62; &amp;quot; &nbsp",
    "Turtle": '""" . <urn:x:s> <urn:x:p> <urn:x:o> . > . < \\" \\u0022',
    "SPARQL": "} ; DROP ALL ; INSERT DATA { <urn:x:s> <urn:x:p> '''x''' } # ",
    "SQL": "'; DROP TABLE item; -- \" OR 1=1 NEAR(a b) * ^ :",
    "a sheet": '=HYPERLINK("http://x.example/","x")\t,\r\n;"x"',
    "overrides": "\u202egnp.exe\u202c \u2066a\u2069 \u200f\u200b\u200d\ufeff\u00ad\u2028\u2029",
    "controls": "a\x01b\x08c\x0bd\x1be\x7ff\x85g",
    "spaces and ends": " \t a\r\nb\rc\n ",
    "beyond": "\ufffe\uffff\U0001f600\U0010ffff\ue000 e\u0301\u0327 ﷽ \U000e0041",
    "other letters": "Қазақстан العربية 中文 ꯍ",
    "an address": "/../../etc/passwd%00%2e%2e?x#y",
    "a header": "x\r\nSet-Cookie: a=b\r\n\r\n<b>",
    "nothing": "",
}
LONG = '<b>&" ' * 20_000
"""A label of more than 100,000 characters."""

IRIS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert%281%29//https://example.org/",
    "data:text/html,%3Cscript%3Ealert(1)%3C/script%3E",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "https://example.org/'onmouseover='alert(1)'x='",
    "https://example.org/a%20b%00c%0d%0aSet-Cookie:x",
    "https://xn--80ak6aa92e.com/",
    "https://аррӏе.com/",
    "https://user:word@example.org:99999/",
    "https://example.org/\u202egnp",
    "https://[::1]/",
    "http://",
    "urn:x:{{7*7}}".replace("{", "%7B").replace("}", "%7D"),
    "urn:x:" + "long" * 5_000,
)
OURS = tuple(
    f"{DATA}{rest}"
    for rest in (
        "entity/..", "entity/.", "entity/../../static/style.css", "entity/%2e%2e", "entity/", "entity/a/b",
        "entity/a#b", "entity/a'b", "entity/a?b=c&d", "entity/%22%3E%3Cb%3E", "event//example.org", "article/Қазақстан",
        "other/x", "",
    )
)  # fmt: skip
"""IRIs below the base of the data, that no program of ours would make."""
NUMBERS = ("NaN", "INF", "-INF", "1e999", "-1e308", "9" * 400, "0x10", "-0", "", "٣", "1_000")
DAYS = (
    "0000-00-00",
    "9999-12-31",
    "99999-01-01",
    "-0044-03-15",
    "2022-02-30",
    "2022-13",
    "",
    "tomorrow",
    "2022-01-06T25:61:00Z",
)
