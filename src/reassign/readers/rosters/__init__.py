"""Tables → rosters: members, branches and what refers to both."""
