"""What leaves the house: the finished values that templates and outputs receive.

One module a kind of page. These types are the frontier: an editor's field that is named in none
of them cannot reach a page, a feed or a file.
"""
