"""Files → cells → headers → places → rosters; the policy; an earlier plan."""
