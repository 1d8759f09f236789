"""The documents that commands print, type by type, for scripts that read them."""
