"""The independent checker: rules, level values, certificates. It shares no code with model and solve."""
