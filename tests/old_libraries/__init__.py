"""Libraries as earlier versions of the program left them, with the meeting file of their newest
meeting: each migration adds the form before it. Made from the sample meetings of its day.
"""
