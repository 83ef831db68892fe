"""Checks on the finished site, as visitors, programs and the law find it: ``invoke controler``.

``site_folder`` reads what was built, each other module checks one matter and returns faults. No
check looks at how the site was made but
``personal_data``, which has to know who agreed to what.
"""
