"""What makes and hands on a course: the book, its notebooks, the zip, the PDF, and the preview for authors."""
