"""Every file that a command leaves: what it holds, and how it gets onto the disk without losing another."""
