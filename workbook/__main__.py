"""``python -m workbook`` is the same as the command ``workbook``."""

from .cli import main

if __name__ == "__main__":
    raise SystemExit(main())
