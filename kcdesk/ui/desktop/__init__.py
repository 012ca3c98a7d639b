"""The one part of the window that knows both shell and screens: it plugs them together."""
