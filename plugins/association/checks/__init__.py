"""What must hold of the content beyond each field being well written: one concern a module."""
