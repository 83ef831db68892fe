// What the forge knows of proposals and of the published branch, in one form for the three kinds of
// forge. A proposal: { number, title, url, sha, merged }, `merged` being the commit it became or "".
// A verdict: { context, state, says, url }, the state being success, failure or pending.

const MOST = 20;

const likeGithub = (latest) => ({ ask, repository }) => ({
  mine: async () => {
    const { login } = await ask("/user");
    const found = await ask(`/repos/${repository}/pulls?state=all&${latest}`);
    return found.filter(({ user }) => user.login === login).map(pullRequest);
  },
  verdicts: async (commit) => {
    const found = await ask(`/repos/${repository}/commits/${encodeURIComponent(commit)}/status`);
    return (found.statuses ?? []).map(status);
  },
});

const gitlab = ({ ask, repository }) => {
  const project = `/projects/${encodeURIComponent(repository)}`;
  return {
    mine: async () => {
      const order = `scope=created_by_me&order_by=updated_at&per_page=${MOST}`;
      const found = await ask(`${project}/merge_requests?${order}`);
      return found.map((one) => ({
        number: one.iid,
        title: one.title,
        url: one.web_url,
        sha: one.sha,
        isOpen: one.state === "opened",
        merged: one.merge_commit_sha ?? one.squash_commit_sha ?? (one.state === "merged" ? one.sha : ""),
      }));
    },
    verdicts: async (commit) => {
      const { id } = await ask(`${project}/repository/commits/${encodeURIComponent(commit)}`);
      const found = await ask(`${project}/repository/commits/${id}/statuses`);
      return found.map(({ name, status: state, description, target_url: url }) => ({
        context: name,
        state: GITLAB_STATES[state] ?? "pending",
        says: description ?? "",
        url,
      }));
    },
  };
};

const GITLAB_STATES = { success: "success", failed: "failure", canceled: "failure" };

const pullRequest = (one) => ({
  number: one.number,
  title: one.title,
  url: one.html_url,
  sha: one.head.sha,
  isOpen: one.state === "open",
  merged: one.merged_at ? one.merge_commit_sha : "",
});

// GitHub says `state`, Gitea `status`.
const status = ({ context, state, status: word, description, target_url: url }) => ({
  context,
  state: { success: "success", pending: "pending" }[state ?? word] ?? "failure",
  says: description ?? "",
  url,
});

const KINDS = {
  github: likeGithub(`sort=updated&direction=desc&per_page=${MOST}`),
  gitea: likeGithub(`sort=recentupdate&limit=${MOST}`),
  gitlab,
};

/** Return how to ask for the proposals of whoever is signed in, latest first, and for verdicts. */
export const proposalsOf = (forge) => KINDS[forge.kind](forge);
