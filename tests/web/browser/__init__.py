"""The explorer in a real browser. A package, so that its browser ends with it: while one is there, asyncio is taken."""
