"""Charts of the facts, drawn as SVG when the book is made."""
