"""Word documents from templates that an officer can change, and data for Word's own mail merge."""
