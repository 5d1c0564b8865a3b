"""The tables of facts in ``data/facts``: what they may hold, how they are read, whether they agree."""
