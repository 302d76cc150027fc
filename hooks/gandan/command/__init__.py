"""The staff's door: one module per command, each speaking Vietnamese."""
