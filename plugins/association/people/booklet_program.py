"""A program of its own that sets one booklet: JSON on its input, a PDF on its output.

What Typst remembers of a compilation stays in its process, about half a megabyte a person, and a
fault of its own ends the process. Here both end with the booklet.
"""

import json
import sys

import typst


def main() -> None:
    """Set the booklet; leave with the reason on the error output when Typst refuses it."""
    job = json.load(sys.stdin.buffer)
    try:
        pdf = typst.compile(
            job["layout"].encode(),
            root=job["root"],
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            font_paths=job["fonts"],
            sys_inputs=job["inputs"],
            timestamp=job["timestamp"],
        )
    except typst.TypstError as error:
        sys.exit(str(error))
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
