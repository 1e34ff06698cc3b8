"""Paths that nobody asks for in good faith."""

from collections.abc import Iterator


def paths() -> Iterator[str]:
    """Ways out of the folder of static files, and around the routes."""
    for start in ("/static/", "/static/built/", "/entity/", "/api/", "/"):
        for up in (
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            "..%5c",
            "..\\",
            "....//",
            "..;/",
            "%252e%252e%252f",
            "%c0%ae%c0%ae/",
            "./../",
        ):
            yield f"{start}{up * 3}etc/passwd"
            yield f"{start}{up}app.py"
    yield from (
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/style.css%00.js",
        "/static/%00",
        "/static",
        "/static/",
    )
    yield from (
        "/static/" + "a" * 5_000,
        "/static/" + "a/" * 3_000,
        "/static/style.css/",
        "/static/STYLE.CSS",
        "/static/.",
    )
    yield from (
        "//",
        "///health",
        "/%2f",
        "/./health",
        "/health/",
        "/HEALTH",
        "/health?x",
        "/health%00",
        "/health%0d%0aX:y",
        "/;x",
    )
    yield from (
        "/entity/",
        "/entity//",
        "/entity/a/b",
        "/entity/%ff",
        "/entity/%ed%a0%80",
        "/entity/a%3Fb",
        "/entity/a%23b",
        "/entity/%",
    )
    yield from (
        "/search?q=%",
        "/search?q=%zz",
        "/search?q=%ff",
        "/search?q",
        "/search?&&&=&=",
        "/search?q=a;q=b",
        "/search?%00=%00",
    )
    yield from (
        "/data?graph",
        "/data?graph=",
        "/data?graph=x&default",
        "/data?graph=%ff",
        "/data?format=x",
        "/data?x=y",
        "/data?default=x",
    )
    yield from (
        "/openapi.json?x",
        "/docs",
        "/redoc",
        "/docs/oauth2-redirect",
        "/.git/config",
        "/.env",
        "/favicon.ico",
        "/api",
    )
    yield from (
        "/api/queries/deployments?who=%22%7D",
        "/api/queries/x",
        "/api/queries/..%2f",
        "/api/queries/deployments?limit=1%7D",
    )
    yield from ("/" + "a" * 60_000, "/search?q=" + "a" * 70_000, "/" + "a/" * 20_000, "/search?" + "&" * 50_000)
