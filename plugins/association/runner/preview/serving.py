"""``invoke serve``: build, show, watch, build again, until Ctrl-C.

Here lives the order of things: one build at a time, and one more when something changed meanwhile.
Each build is a subprocess, so that changes of the plugin count too; the next one is loaded while
the editor writes. What is shown is ``preview``'s, what is watched ``watching``'s.
"""

import secrets
import threading

from ...core.exit_code import ExitCode
from ..build import Outcome, Plan, build
from ..console import Console
from ..standby import Standby
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
        self._watch = Watch(plan)
        self._told: Told = Told()
        self._standby = Standby(plan.root)

    def __enter__(self) -> "Preview":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.stop()
        self._standby.close()
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
        """Build once, then tell the terminal and the browsers what came of it."""
        console = self._console
        outcome = build(
            self._plan, waiting=console.say, progress=console.progress, standby=self._standby
        )
        complaint = news(outcome.report, self._told) if outcome.report else outcome.trouble
        console.show_outcome(outcome, complaint)
        self._told = told_of(outcome.report) if outcome.report else self._told
        version = secrets.token_hex(8) if outcome.is_success else self._channel.state.version
        self._channel.post(State(version, panel(outcome, self._plan.asof)))
        self._standby.prepare()
        return outcome
