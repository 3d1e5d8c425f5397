"""Sources and data that changed, brought into an officer's own file."""
