"""Questions about a plan or about why there is none."""
