"""What the built book weighs and how fast it is, beside its budgets: ``python -m tests.bench``."""
