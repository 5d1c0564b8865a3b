"""The engine that brings exercises to life in a Jupyter Book: it knows no course."""
