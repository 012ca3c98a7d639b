"""Mötesläge: what stands around the current item while the meeting goes on."""
