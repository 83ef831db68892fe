"""What is done to the finished folder of a site, once every page and file is written.

A step is a function of a ``FinishedSite``, in a module of its own; ``steps`` lists them in the
order in which they run, within the build and before the new site takes the former one's place.
"""
