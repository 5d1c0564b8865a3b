"""The project directory: every place and project that the sources name."""
