// Added to the end of the script that wasm-bindgen writes, whose `initSync` and `answer` it calls: the first message
// brings the compiled program, which the page has fetched, every other one a call, or a call and the bytes of a file. A
// program that fails ends in an `error` event, which the page hears.

// Held for as long as this worker lives. A browser that ends one, for want of memory, tells the page nothing; but the page,
// which waits for the same lock, gets it then (crossreadWorker in assets/boot.js). The first word says that it is held, and
// nothing is answered before.
let early = [];
const held = () => {
  // In a task of its own: an error in it is an error of the worker, and not of a promise.
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
