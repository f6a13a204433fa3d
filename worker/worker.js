// Added to the end of the script that wasm-bindgen writes, whose `initSync` and `answer` it calls: the first message
// brings the compiled program, which the page has fetched, every other one a call. A program that fails ends in an
// `error` event, which the page hears.

const send = (reply) => postMessage(reply, [reply.buffer]);
onmessage = ({ data }) => (data instanceof WebAssembly.Module ? initSync({ module: data }) : answer(data, send));
