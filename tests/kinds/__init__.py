"""The kinds of exercise: their data, their pages, their rules."""
