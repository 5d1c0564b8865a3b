"""What is painted: how many colours a part of a page shows, as an eye would tell them apart."""

from __future__ import annotations

from base64 import b64encode

from playwright.sync_api import Locator

SHARE = 0.004  # of the picture: what is less is the smoothing of letters and edges

#: Colours of a picture in steps of 32, those that fill more than a share of it.
COUNT = """async ([url, share]) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const found = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] >> 5) << 10 | (data[at + 1] >> 5) << 5 | data[at + 2] >> 5;
    found.set(colour, (found.get(colour) || 0) + 1);
  }
  return [...found.values()].filter(many => many > share * image.width * image.height).length;
}"""


def colours(part: Locator) -> int:
    """How many colours a visible part of a page shows; a blank box has one, a box with an edge two or three."""
    part.scroll_into_view_if_needed()
    url = f"data:image/png;base64,{b64encode(part.screenshot()).decode()}"
    found: int = part.page.evaluate(COUNT, [url, SHARE])
    return found
