"""What must hold of the content beyond each field being well written: one concern a module.

``all_checks`` lists every check. To add one: a function whose docstring says in one sentence what
it finds, its line in the list, an explanation of its code in ``problems.codes``, and a fixture in
``tests/erreurs``.
"""
