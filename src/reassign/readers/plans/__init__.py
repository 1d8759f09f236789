"""An earlier plan, read back."""
