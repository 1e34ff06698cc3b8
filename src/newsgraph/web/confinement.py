"""What a worker gives up before it answers: more memory than it may have, and new connections to anywhere.

A query is text from strangers. That it calls no endpoint is checked before it runs; where the system can (Linux), the
kernel sees to it as well.
"""

import ctypes
import platform
import re
import resource
import struct
import sys
from pathlib import Path

# The numbers of the system calls socket() and connect(), and how the kernel names the processor, from its headers.
_CALLS = {
    "x86_64": (0xC000003E, {"socket": 41, "connect": 42}),
    "aarch64": (0xC00000B7, {"socket": 198, "connect": 203}),
}
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # 13: permission denied
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def confine(*, network: bool, listening: bool = False) -> None:
    """Bind this process, unless `network`, to the connections that it has; what is in its memory stays there.

    Who is `listening` may still take connections that others make.
    """
    _bound(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux" and not network:
        refuse(*(("connect",) if listening else ("socket", "connect")))


def ration(memory: int) -> None:
    """Let this process have so many bytes of memory more than it has."""
    if sys.platform == "linux":
        _bound(resource.RLIMIT_DATA, _taken() + memory)


def _taken() -> int:
    """What of its memory counts, in bytes."""
    told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"^VmData:\s*(\d+) kB$", told, re.MULTILINE)
    return int(found[1]) << 10 if found else 0


def _bound(kind: int, size: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


def refuse(*names: str) -> bool:
    """Let the kernel refuse some calls to this process and all that it becomes (seccomp); whether it does."""
    known = _CALLS.get(platform.machine())
    if known is None:
        return False
    processor, numbers = known
    calls = [numbers[name] for name in names]
    steps = [_step(_LOAD, 4), _step(_EQUAL, processor, no=len(calls) + 2), _step(_LOAD, 0)]
    steps += [_step(_EQUAL, number, yes=len(calls) - place) for place, number in enumerate(calls)]
    steps += [_step(_RETURN, _ALLOW), _step(_RETURN, _REFUSE)]
    code = ctypes.create_string_buffer(b"".join(steps))
    program = struct.pack("HL", len(steps), ctypes.addressof(code))
    if _prctl(_NO_NEW_PRIVILEGES, 1, 0) != 0:
        return False
    return _prctl(_SECCOMP, _FILTER, ctypes.cast(ctypes.c_char_p(program), ctypes.c_void_p).value or 0) == 0


def _prctl(option: int, second: int, third: int) -> int:
    words = (ctypes.c_ulong(one) for one in (second, third, 0, 0))
    return int(ctypes.CDLL(None).prctl(ctypes.c_int(option), *words))


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("HBBI", code, yes, no, value)
