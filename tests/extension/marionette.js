// Speaks Marionette, Firefox's own remote protocol: the one that can press a toolbar button.
import { connect } from "node:net";

export class Marionette {
  #socket;
  #buffer = Buffer.alloc(0);
  #asked = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => {
      this.#buffer = Buffer.concat([this.#buffer, data]);
      while (this.#take());
    });
  }

  /**
   * Connects as soon as the browser listens.
   *
   * @param {number} port
   * @returns {Promise<Marionette>}
   */
  static async connect(port) {
    for (let tries = 0; ; tries++) {
      try {
        const socket = await new Promise((resolve, reject) => {
          const made = connect(port, "127.0.0.1", () => resolve(made)).once("error", reject);
        });
        const client = new Marionette(socket);
        await client.send("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
        return client;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  /** @param {string} command @param {Record<string, unknown>} [parameters] @returns {Promise<any>} */
  send(command, parameters = {}) {
    const id = ++this.#asked;
    const message = JSON.stringify([0, id, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /**
   * Runs a function: in the page, or with the rights of the browser itself.
   *
   * @template {unknown[]} A
   * @param {"content" | "chrome"} context
   * @param {(...args: A) => unknown} run what it gives must be plain
   * @param {A} args
   * @returns {Promise<any>}
   */
  async run(context, run, ...args) {
    await this.send("Marionette:SetContext", { value: context });
    const script = `const [args, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
Promise.resolve().then(() => (${run})(...args)).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) + String(error) }));`;
    const { value } = await this.send("WebDriver:ExecuteAsyncScript", { script, args, newSandbox: false, scriptTimeout: 30_000 });
    if (value?.error) throw new Error(value.error);
    return value?.value;
  }

  close() {
    this.#socket.destroy();
  }

  #take() {
    const colon = this.#buffer.indexOf(":");
    if (colon < 0) return false;
    const length = Number(this.#buffer.subarray(0, colon));
    if (this.#buffer.length < colon + 1 + length) return false;
    const message = JSON.parse(this.#buffer.subarray(colon + 1, colon + 1 + length).toString());
    this.#buffer = this.#buffer.subarray(colon + 1 + length);
    if (!Array.isArray(message)) return true;
    const [, id, error, result] = message;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
    return true;
  }
}
