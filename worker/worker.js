// Added to the end of the script that wasm-bindgen writes, whose `initSync` and `answer` it calls: the first message
// brings the compiled program, which the page has fetched. Every other message is a call, or a call and the bytes of a
// file. If the program fails, the page gets an `error` event.

// Held for as long as this worker lives. A browser that ends a worker because memory is short does not tell the page. But
// the page waits for the same lock, and gets it then (crossreadWorker in assets/boot.js). The first message says that the
// lock is held; nothing is answered before that.
let early = [];
const held = () => {
  // In its own task, so that an error in it is an error of the worker and not a rejected promise.
  setTimeout(() => {
    const calls = early ?? [];
    early = null;
    calls.forEach(hear);
  });
  postMessage("held");
  return new Promise(() => {});
};
if (navigator.locks) navigator.locks.request(self.name, held).catch(held);
else held();

const send = (reply) => postMessage(reply, [reply.buffer]);
const hear = (data) => {
  if (data instanceof WebAssembly.Module) initSync({ module: data });
  else if (Array.isArray(data)) answer(data[0], send, data[1]);
  else answer(data, send);
};
onmessage = ({ data }) => (early ? early.push(data) : hear(data));
