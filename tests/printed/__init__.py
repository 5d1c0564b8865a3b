"""The course on paper: every page as a worksheet, and the whole as one PDF."""
