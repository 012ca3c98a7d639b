"""What each user sets for herself."""
