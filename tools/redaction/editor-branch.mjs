// Where the program makes no proposals (Forgejo, Gitea), each editor writes to a branch of their own:
// it begins with the first save, a proposal is opened from it, and it lasts as long as that is open.
// The configuration names a branch that does not exist, so that what is not changed here fails rather
// than reach the published branch.

const STAND_IN = "redaction";
const KEPT = "redaction-branche";
const POST = { method: "POST" };

/** Make the program write to the branch of whoever is signed in; `published` is the site's branch. */
export const keepToOwnBranch = (forge, published) => {
  const place = `/repos/${forge.repository}`;
  let current = published;
  let login = "";
  let started;

  // A computer may be shared, and an origin may serve the forms of several repositories.
  const keyOfKept = () => `${KEPT}:${forge.repository}:${login}`;

  /** Set `current` to the branch that the editor has now, and return its proposal if it has one. */
  const find = async () => {
    ({ login } = await forge.ask("/user"));
    const open = await forge.ask(`${place}/pulls?state=open&limit=50`);
    const own = open.find(
      ({ user, head, base }) =>
        user.login === login &&
        base.ref === published &&
        head.label.startsWith(`${STAND_IN}-${login}-`),
    );
    current = own?.head.label ?? (await leftWithoutProposal()) ?? published;
    return own;
  };

  const start = async () => {
    const own = await find();
    // What others published meanwhile comes in; where it cannot, the forge's page of the proposal
    // says so.
    if (own) await forge.ask(`${place}/pulls/${own.number}/update`, POST).catch(() => {});
  };

  /** Return the branch of a save whose proposal could not be opened, and try to open it again. */
  const leftWithoutProposal = async () => {
    const { branch, title } = JSON.parse(localStorage.getItem(keyOfKept()) ?? "{}");
    if (!branch) return undefined;
    try {
      await forge.ask(`${place}/branches/${branch}`);
    } catch ({ cause }) {
      if (cause !== 404) throw new Error(`no answer about ${branch}`, { cause });
      localStorage.removeItem(keyOfKept());
      return undefined;
    }
    await propose(branch, title).catch(() => {});
    return branch;
  };

  const propose = async (branch, title) => {
    const body = { head: branch, base: published, title };
    await forge.ask(`${place}/pulls`, { ...POST, body });
    localStorage.removeItem(keyOfKept());
  };

  const write = async (path, options, send) => {
    const asked = JSON.parse(options.body);
    if (asked.branch !== STAND_IN) throw new Error(`unexpected branch: ${asked.branch}`);
    // The proposal may have been accepted or closed since the page was opened.
    await find();
    const begins = current === published;
    const branch = begins ? `${STAND_IN}-${login}-${moment(new Date())}` : current;
    const where = begins ? { branch: published, new_branch: branch } : { branch };
    const answer = await send(path, { ...options, body: JSON.stringify({ ...asked, ...where }) });
    if (answer.ok && begins) {
      current = branch;
      const [title] = asked.message.split("\n");
      localStorage.setItem(keyOfKept(), JSON.stringify({ branch, title }));
      await propose(branch, title).catch(() => {});
    }
    return answer;
  };

  forge.intercept(async (path, options, send) => {
    if (!path.startsWith(place)) {
      // So begins each signing in, perhaps of somebody else.
      if (path === "/user") started = undefined;
      return send(path, options);
    }
    started ??= start().catch((reason) => {
      started = undefined;
      throw reason;
    });
    await started;
    if ((options.method ?? "GET") !== "GET") return write(path, options, send);
    return send(path.replace(NAMED, (_all, before) => before + current), options);
  });
};

// Where a path names the branch: /branches/x, /media/x/…, ?ref=x, &sha=x.
const NAMED = new RegExp(`(/branches/|/media/|[?&](?:ref|sha)=)${STAND_IN}(?=$|[/&])`);

/** Return « 20270314-093005 », which orders branches and tells them apart. */
const moment = (now) => now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
