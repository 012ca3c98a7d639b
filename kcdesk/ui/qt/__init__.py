"""What is Qt and knows nothing of meetings."""
