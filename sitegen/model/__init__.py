"""The values that travel down the line: frozen, slotted, tuples inside, no behaviour."""
