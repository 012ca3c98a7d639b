"""The command line: thin over the services; what it needs from other layers it is given."""
