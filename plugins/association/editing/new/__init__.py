"""Making a new content file with somebody: questions from the schema, answers to a file.

``kinds`` says what each kind of file asks and in which order; what a field is, its words, its
example and its values come from the schema. ``draft`` is what was answered so far, ``questions``
the next thing to ask, ``proposals`` what Enter accepts, ``answers`` what somebody typed,
``examination`` what the checker would say of it, ``writing`` the file. All of it is pure;
``conversation`` is the terminal.
"""
