"""One self-contained page that shows a plan in a browser, without any network."""
