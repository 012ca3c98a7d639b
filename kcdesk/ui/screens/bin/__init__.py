"""The bin: deleted bodies and meetings, and the way back."""
