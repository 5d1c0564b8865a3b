"""What makes and hands on a course: the book, its notebooks, the zip, the PDF, and the preview for authors."""


class BookError(Exception):
    """The book was not built, or cannot be shown; the message says why."""
