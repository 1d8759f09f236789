"""``python -m reassign`` equals the command ``reassign``."""

from reassign.cli.main import main

if __name__ == "__main__":
    main()
