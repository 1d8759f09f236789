"""What a new case begins with: rosters to fill in and a policy to adapt."""
