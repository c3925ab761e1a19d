import { inTurn } from "../../in-turn.ts";

/** Whatever reads a file does so alone, so that a core stays free for whoever reads the site. */
export const oneReader = inTurn();
