// Asks the worker, once the writer rests, and hands over the answer to the last question only.

const REST = 600; // Milliseconds without a key.

export const createChecker = ({ onStart, onMessages, onFailure }) => {
  let worker, timer;
  let last = 0;

  const fail = (reason) => {
    worker?.terminate();
    worker = undefined;
    onFailure(reason);
  };

  const open = () => {
    onStart();
    const opened = new Worker(new URL("verification.js", import.meta.url), { type: "module" });
    opened.addEventListener("error", (event) => fail(event.message ?? ""));
    opened.addEventListener("message", ({ data }) => {
      if (data.number !== last) return;
      if (data.error) fail(data.error);
      else onMessages(data.messages);
    });
    return opened;
  };

  const ask = (question) => {
    worker ??= open();
    last += 1;
    worker.postMessage({ ...question, now: new Date().toISOString(), number: last });
  };

  return (question) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(question), REST);
  };
};
