// Added to the end of the script that wasm-bindgen writes, whose `initSync` and `answer` it calls: the first message
// brings the compiled program, which the page has fetched, every other one a call, or a call and the bytes of a file. A
// program that fails ends in an `error` event, which the page hears.

const send = (reply) => postMessage(reply, [reply.buffer]);
onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) initSync({ module: data });
  else if (Array.isArray(data)) answer(data[0], send, data[1]);
  else answer(data, send);
};
