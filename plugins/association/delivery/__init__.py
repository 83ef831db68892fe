"""The way of the finished site to its host: only what changed, in order, reversibly, interruptibly.

In the order to read it in:

- ``versions``: what a site is made of, and the versions kept, as JSON that knows its damages;
- ``inventory``: what stands in a folder of the host, as far as it can be believed;
- ``plan``: from what stands there to what shall stand there, as ordered steps (pure);
- ``target``: the few acts that a host must know; ``folder_target`` and ``sftp_target`` do them,
  ``rsync_sending`` sends much at once;
- ``place``: where things stand on a host; ``host_state``: what it holds, read whole;
- ``lock``: one publication at a time; ``guard``: what is refused without an explicit word;
- ``delivery``: publishing and going back; ``course``: the acts of either on the host;
- ``branch``: the other way, a branch that a forge serves;
- ``destinations`` reads the settings, ``words`` says it in French.

Nothing here knows what the site says: files go in, the same files stand on the host.
"""
