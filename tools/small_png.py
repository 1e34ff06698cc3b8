"""Pictures of pages as PNG with at most 256 colours, which takes half the room and looks the same."""

import base64
import struct
import zlib

import numpy as np
from playwright.sync_api import Browser

COLOURS = 256
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
    """The commonest colours, much alike ones as one, and for each pixel the place of the nearest of them."""
    colours, place, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    step = 0
    order, alike = np.arange(len(colours)), np.arange(len(colours))
    while len(order) > COLOURS * 2 or step == 0:
        step += 1
        _, alike = np.unique(colours >> step, axis=0, return_inverse=True)
        order = np.argsort(-np.bincount(alike.ravel(), counts))
    # Of those that are alike the commonest stands for all, so that flat parts keep their colour to the last bit.
    heads = [np.flatnonzero(alike.ravel() == one) for one in order[:COLOURS]]
    palette = np.array([colours[group[np.argmax(counts[group])]] for group in heads])
    nearest = [np.argmin(((palette.astype(int) - colour) ** 2).sum(axis=1)) for colour in colours.astype(int)]
    return palette, np.array(nearest, np.uint8)[place.ravel()]


def written(palette: np.ndarray, places: np.ndarray) -> bytes:
    """PNG of a palette, and of the place of each pixel's colour in it."""
    height, width = places.shape
    rows = np.hstack([np.zeros((height, 1), np.uint8), places]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", palette.astype(np.uint8).tobytes()), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
