"""Odd surroundings: they need other processes, tracers and signals, so each is shown by a test of its own.

What is listed here is only where; the tests themselves say what happens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SURROUNDINGS = "tests.journeys.test_environment"
COMMANDS = "tests.journeys.test_command_line"
FAULTS = "tests.crash.test_faults"
VERIFY = "tests.journeys.test_verify"

NAME = "Environment"
SHOWN: Mapping[str, Sequence[str]] = {
    "disk full": [f"{FAULTS}.test_a_fault_loses_nothing_and_is_told"],
    "read-only folder": [
        f"{SURROUNDINGS}.test_a_read_only_folder_is_named",
        f"{FAULTS}.test_a_fault_loses_nothing_and_is_told",
    ],
    "output open in a spreadsheet program": [f"{FAULTS}.test_a_fault_loses_nothing_and_is_told"],
    "path over 260": [
        f"{SURROUNDINGS}.test_a_path_over_260_characters_is_written_where_the_system_can",
        f"{SURROUNDINGS}.test_a_name_over_255_bytes_is_refused",
        "tests.journeys.test_paths_refused.test_a_name_that_is_too_long_is_no_crash",
    ],
    "output is a link": [f"{SURROUNDINGS}.test_a_link_is_not_written_through"],
    "fault at sync": [f"{FAULTS}.test_a_fault_loses_nothing_and_is_told"],
    "Ctrl-C": [f"{COMMANDS}.test_an_interruption_is_told"],
    "SIGTERM": [f"{COMMANDS}.test_being_told_to_stop_is_an_interruption"],
    "broken pipe": [f"{COMMANDS}.test_a_reader_that_goes_away_is_no_failure"],
    "cp1252 console": [
        f"{COMMANDS}.test_a_narrow_console_encoding_is_no_obstacle",
        f"{SURROUNDINGS}.test_surroundings_change_nothing",
    ],
    "Turkish and C locale": [f"{SURROUNDINGS}.test_surroundings_change_nothing"],
    "clock at 1970": [f"{SURROUNDINGS}.test_a_clock_at_1970_changes_nothing"],
    "no home": [f"{SURROUNDINGS}.test_surroundings_change_nothing"],
    "solver library missing": [
        f"{SURROUNDINGS}.test_a_missing_solver_is_named_and_nothing_is_written",
        f"{SURROUNDINGS}.test_checking_needs_no_solver",
    ],
    "out of memory": [
        f"{SURROUNDINGS}.test_too_little_memory_is_told_and_writes_nothing",
        f"{SURROUNDINGS}.test_no_memory_at_any_place_of_the_run_is_told",
    ],
    "two runs at once": [f"{SURROUNDINGS}.test_two_runs_at_once_leave_one_whole_plan"],
    "existing plan without --force": [f"{COMMANDS}.test_an_existing_plan_stays_without_force_and_is_kept_with_it"],
    "plan edited by hand": [f"{VERIFY}.test_a_workbook_edited_by_hand_is_bad_input"],
    "plan of a newer schema": [f"{VERIFY}.test_what_is_no_plan_is_bad_input"],
    "plan of other rosters": [f"{VERIFY}.test_a_plan_of_other_rosters_is_bad_input"],
    "timeout": [f"{COMMANDS}.test_no_time_to_prove_still_writes_a_plan"],
}
"""By what is odd, the tests that show it (module and function)."""
