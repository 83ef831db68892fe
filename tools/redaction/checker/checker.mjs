// Asks the worker, once the writer rests, and hands over the answer to the last question only.

const REST = 600; // Milliseconds without a key.

// A text that is not checked here is told why; one that the checker fails on leaves it standing; a
// checker that cannot start is left, and tried again at the next change.
export const createChecker = ({ onStart, onMessages, onRefusal, onError, onFailure }) => {
  let worker, timer;
  let last = 0;

  const fail = (reason) => {
    worker?.terminate();
    worker = undefined;
    console.error(reason);
    onFailure();
  };

  const showError = (reason) => {
    console.error(reason);
    onError();
  };

  const open = () => {
    onStart();
    const opened = new Worker(new URL("verification.js", import.meta.url), { type: "module" });
    opened.addEventListener("error", (event) => fail(event.message ?? ""));
    opened.addEventListener("message", ({ data }) => {
      if (data.failure) fail(data.failure);
      else if (data.number !== last) return;
      else if (data.error) showError(data.error);
      else if (data.messages.refused) onRefusal(data.messages.refused);
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
