// A session with a browser, with the protocol that the drivers of all engines understand (W3C, WebDriver): JSON requests to the
// driver. It has only what the tests need. The packages for this protocol bring more than ten others, and need a newer Node.js
// than the project.

/** The name by which the protocol knows an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys that have no character: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
export const Key = { ENTER: "\ue007", ESCAPE: "\ue00c", TAB: "\ue004" };

/** Sends a request to the driver at that address and returns the answer's value. Throws with the driver's message if
/** it refuses. */
async function ask(url, method, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json; charset=utf-8" } }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

/** An element of the page, as the driver names it. */
class Found {
  constructor(session, id) {
    this.session = session;
    this.id = id;
  }

  #ask(method, what, body) {
    return this.session.ask(method, `element/${this.id}/${what}`, body);
  }

  click() {
    return this.#ask("POST", "click", {});
  }

  clear() {
    return this.#ask("POST", "clear", {});
  }

  /** Types into it; into a field for files: chooses the file of that path. */
  type(text) {
    return this.#ask("POST", "value", { text });
  }

  text() {
    return this.#ask("GET", "text");
  }

  property(name) {
    return this.#ask("GET", `property/${name}`);
  }

  toJSON() {
    return { [ELEMENT]: this.id };
  }
}

/** A browser with one window. */
export class Session {
  /** Starts a browser by the driver at `url`. */
  static async start(url, capabilities) {
    const { sessionId } = await ask(`${url}/session`, "POST", { capabilities: { alwaysMatch: capabilities } });
    return new Session(`${url}/session/${sessionId}`);
  }

  constructor(url) {
    this.url = url;
  }

  /** Sends any other command of the protocol. */
  ask(method, what, body) {
    return ask(`${this.url}/${what}`, method, body);
  }

  /** Sets the time limits, in milliseconds, for a script and for loading a page. */
  limit({ script, pageLoad }) {
    return this.ask("POST", "timeouts", { script, pageLoad });
  }

  size(width, height) {
    return this.ask("POST", "window/rect", { width, height });
  }

  go(url) {
    return this.ask("POST", "url", { url });
  }

  reload() {
    return this.ask("POST", "refresh", {});
  }

  back() {
    return this.ask("POST", "back", {});
  }

  address() {
    return this.ask("GET", "url");
  }

  title() {
    return this.ask("GET", "title");
  }

  /** Calls a function in the page with plain data and elements, and returns its result, which may contain elements. */
  async run(work, ...args) {
    return this.#elements(await this.ask("POST", "execute/sync", { script: `return (${work})(...arguments)`, args }));
  }

  /** The same, and waits for the promise that it returns. */
  async settle(work, ...args) {
    const script = `const given = [...arguments], then = given.pop();
      Promise.resolve().then(() => (${work})(...given)).then((said) => then(["said", said ?? null]), (error) => then(["failed", String(error)]));`;
    const [how, said] = await this.ask("POST", "execute/async", { script, args });
    if (how === "failed") throw new Error(said);
    return this.#elements(said);
  }

  #elements(value) {
    if (Array.isArray(value)) return value.map((one) => this.#elements(one));
    return value?.[ELEMENT] ? new Found(this, value[ELEMENT]) : value;
  }

  /** Presses keys one after another where the focus is. */
  press(...keys) {
    const actions = keys.flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    return this.ask("POST", "actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Clicks at a point of the window, in CSS pixels. */
  clickAt(x, y) {
    const actions = [
      { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y), origin: "viewport" },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    return this.ask("POST", "actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  }

  /** The page as a PDF. */
  async print() {
    return Buffer.from(await this.ask("POST", "print", { background: true }), "base64");
  }

  /** Ends the browser. */
  end() {
    return ask(this.url, "DELETE");
  }
}
