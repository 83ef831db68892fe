// The forge, asked as whoever is signed in: the program's own requests say by what right. Nothing is
// kept of it, and nobody else is asked.

/** Return the forge of the configuration's `backend`; whoever signs in later is heard of then. */
export const forgeOf = (backend) => {
  const root = backend.api_root ?? "https://api.github.com";
  const send = window.fetch.bind(window);
  const waiting = [];
  let authorization = "";
  let answer = send;

  window.fetch = async (address, options = {}) => {
    if (typeof address !== "string" || !address.startsWith(root)) return send(address, options);
    const heard = new Headers(options.headers).get("Authorization") ?? "";
    if (heard && !heard.endsWith(" undefined")) {
      authorization = heard;
      for (const tell of waiting.splice(0)) tell();
    }
    return answer(address, options);
  };

  return {
    kind: backend.name,
    repository: backend.repo,
    /** Resolves when somebody is signed in. */
    signedIn: () => (authorization ? undefined : new Promise((tell) => waiting.push(tell))),
    /** Return what is at a path of the programming interface; rejects with the status as its cause. */
    ask: async (path, { method = "GET", body } = {}) => {
      const headers = { Authorization: authorization, Accept: "application/json" };
      if (body) headers["Content-Type"] = "application/json";
      const written = body && JSON.stringify(body);
      const got = await send(root + path, { method, headers, body: written, cache: "no-cache" });
      if (!got.ok) throw new Error(`${method} ${path}`, { cause: got.status });
      return got.json();
    },
    /** Let `handle(path, options, send)` answer the program's requests. */
    intercept: (handle) => {
      const sendTo = (path, options) => send(root + path, options);
      answer = (address, options) => handle(address.slice(root.length), options, sendTo);
    },
  };
};
