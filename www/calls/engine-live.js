// The engine over the module without the parser of HTML: the same one for all that import it.
import { Engine } from "../engine.js";
import * as bindings from "../wasm/live.js";

export const engine = new Engine(bindings);
