"""An item of the minutes, part by part."""
