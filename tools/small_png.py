"""Pictures of pages as PNG with at most 256 colours, which takes half the room and looks the same."""

import base64
import struct
import zlib

import numpy as np
from playwright.sync_api import Browser

COLOURS = 256
KEPT = 100
# What a page that may do as it likes does with a picture: it tells its size and its pixels.
READ = """async shot => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  let text = '';
  for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
  return [image.height, image.width, btoa(text)];
}"""


def small(browser: Browser, shot: bytes) -> bytes:
    """A picture in fewer colours."""
    page = browser.new_page()
    height, width, told = page.evaluate(READ, base64.b64encode(shot).decode())
    page.close()
    pixels = np.frombuffer(base64.b64decode(told), np.uint8).reshape(height * width, 4)[:, :3]
    palette, places = fewer(pixels)
    return written(palette, places.reshape(height, width))


def fewer(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A palette, and for each pixel the place of the nearest colour in it."""
    keys = pixels.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    _, first, place, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    colours = pixels[first][np.argsort(-counts, kind="stable")].astype(int)
    place = np.argsort(np.argsort(-counts, kind="stable"))[place]
    # The colours of flat parts stay as they are; of others that are alike the commonest stands for all.
    palette, rest = colours[:KEPT], colours[KEPT:]
    for step in range(8):
        _, heads = np.unique((rest >> step) @ np.array([65536, 256, 1]), return_index=True)
        if len(heads) <= COLOURS - KEPT:
            break
    palette = np.vstack([palette, rest[heads]])
    nearest = [np.argmin(((palette - colour) ** 2).sum(axis=1)) for colour in colours]
    return palette, np.array(nearest, np.uint8)[place]


def written(palette: np.ndarray, places: np.ndarray) -> bytes:
    """PNG of a palette, and of the place of each pixel's colour in it."""
    height, width = places.shape
    rows = np.hstack([np.zeros((height, 1), np.uint8), places]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = palette.astype(np.uint8).tobytes()
    parts = {b"IHDR": head, b"PLTE": colours, b"IDAT": zlib.compress(rows, 9), b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts.items())


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
