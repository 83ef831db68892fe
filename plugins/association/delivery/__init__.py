"""Publishing the finished site on its host: only what changed, in order, resumable, reversible.

In the order to read it in:

- ``versions``: the files of a site, and the versions kept, as JSON with a checksum;
- ``inventory``: the files in a folder of the host, as far as they are known;
- ``former_assets``: what stays of the version before, so that no page is left naked (pure);
- ``plan``: the ordered steps from the files there to those of a new version (pure);
- ``target``: the few operations that a host must support; ``folder_target`` (``one_by_one``) and
  ``sftp_target`` (``sftp_pipeline``) implement them, ``rsync_sending`` uploads many files at once;
- ``place``: the paths on a host; ``host_state``: what it stores, read completely;
- ``lock``: one publication at a time; ``guard``: what is refused without explicit consent;
- ``delivery``: publishing and rolling back; ``session``: their operations on the host;
- ``online_site``: what visitors receive, compared with what was signed; ``web`` asks for it;
- ``branch``: the alternative, a branch that a forge serves;
- ``destinations`` reads the settings, ``words`` has the French messages.

Nothing here depends on the content of the site: it only copies files.
"""
