"""``python -m systems_leadership.games``: write anew what the page's script has of the model."""

from .merrowdale.screen import EQUATIONS, script

if __name__ == "__main__":
    EQUATIONS.write_text(script(), encoding="utf-8")
