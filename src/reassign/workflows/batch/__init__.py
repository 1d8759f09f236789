"""Many cases: found below a folder, planned by workers, written down one by one."""
