"""What a command found, on a terminal."""
