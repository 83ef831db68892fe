"""What editors look things up in, made from the schema and the codes: one source, no drift."""
