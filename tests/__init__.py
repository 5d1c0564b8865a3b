"""What proves the course: run by ``make test``."""
