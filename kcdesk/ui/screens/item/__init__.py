"""The item editor: the sheet on which one item of the minutes is written."""
