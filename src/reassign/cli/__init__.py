"""Typer commands and the console: parse, call one workflow, show, exit."""
