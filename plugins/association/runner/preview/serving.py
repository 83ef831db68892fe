"""``invoke serve``: build, show, watch, build again, until Ctrl-C.

Here lives the order of things: one build at a time, and one more when something changed meanwhile,
to which the one under way gives way once the pages that are open are shown.
Builds run in a process of their own, which another one replaces when the program changes. The pages
that are open show as soon as they are ready, the others once the site is whole. What is shown is
``preview``'s, what is watched ``watching``'s.
"""

import secrets
import threading

from ...core.exit_code import ExitCode
from ..build import Outcome, Plan, build
from ..console import Console
from ..resident import FirstFiles, Resident
from .panel import panel
from .server import NoPortError, listen
from .state import State, StateChannel
from .told import Told, news, told_of
from .watching import Watch


def serve(plan: Plan, port: int, console: Console) -> ExitCode:
    """Serve the site at ``port`` of this machine, or at a near one, until Ctrl-C."""
    try:
        with Preview(plan, port, console) as preview:
            return preview.run()
    except NoPortError as error:
        console.complain(str(error))
        return ExitCode.USAGE
    except KeyboardInterrupt:
        console.say("\nFin de l’aperçu.")
        return ExitCode.FINE


class Preview:
    """A site that follows its sources; as a context, it closes its server and its watch."""

    def __init__(self, plan: Plan, port: int, console: Console) -> None:
        self._plan = plan
        self._console = console
        in_place = (plan.target / "index.html").exists()
        # A version is random, not counted: pages outlive the preview that served them.
        self._channel = StateChannel(State(secrets.token_hex(8) if in_place else ""))
        self._server = listen(port, plan.target, self._channel)
        if port not in (0, self._server.port):
            console.complain(
                f"Le port {port} est déjà pris : l’aperçu passe par le port {self._server.port}."
            )
        self._told: Told = Told()
        self._resident = Resident(plan.root, self._server.open_pages, self._show_first)
        self._watch = Watch(plan, self._resident.give_way)

    def __enter__(self) -> "Preview":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.stop()
        self._resident.close()
        self._channel.close()
        self._server.shutdown()
        self._server.server_close()

    def run(self) -> ExitCode:
        """Build, then again at each change, until ``stop``; refuse at once an impossible plan."""
        first = self._build()
        if first.exit_code is ExitCode.USAGE:
            return first.exit_code
        if trouble := self._watch.wait_until_awake():
            self._console.complain(trouble)
        self._console.say(f"Aperçu : {self._server.url} (Ctrl-C pour arrêter)")
        while self._watch.wait_for_a_change():
            self._build()
        return ExitCode.FINE

    def stop(self) -> None:
        """Make ``run`` return, once the build under way has ended."""
        self._watch.stop()

    def _build(self) -> Outcome:
        """Build once, then tell the terminal and the browsers what came of it.

        Of a build that gave way, they hear with the next.
        """
        console = self._console
        before = self._channel.state.next_version
        outcome = build(
            self._plan, waiting=console.say, progress=console.progress, resident=self._resident
        )
        if not outcome.gave_way:
            self._tell(outcome, has_shown=self._channel.state.next_version != before)
        self._resident.prepare()
        return outcome

    def _tell(self, outcome: Outcome, *, has_shown: bool) -> None:
        """Tell what came of a build; ``has_shown``: it was itself that showed pages first."""
        complaint = news(outcome.report, self._told) if outcome.report else outcome.trouble
        self._console.show_outcome(outcome, complaint)
        self._told = told_of(outcome.report) if outcome.report else self._told
        state = self._channel.state
        # Only pages that it has shown already are those of the site that is whole now.
        new = state.next_version if has_shown else secrets.token_hex(8)
        version = new if outcome.is_success else state.version
        self._channel.post(State(version, panel(outcome, self._plan.asof)))

    def _show_first(self, files: FirstFiles) -> None:
        """Show the open pages of the next site; of a first site, none before it is whole."""
        state = self._channel.state.with_first_files(files, secrets.token_hex(8))
        if state is not self._channel.state:
            self._channel.post(state)
