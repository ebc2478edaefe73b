// The engine over the whole module: the same one for all that import it.
import { Engine } from "../engine.js";
import * as bindings from "../wasm/full.js";

export const engine = new Engine(bindings);
