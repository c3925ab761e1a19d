import { en } from "./en/index.ts";
import { sq } from "./sq/index.ts";

export type Namespace = keyof typeof en;
/** English fixes the shape; Albanian must be complete by type. */
export type Messages = { [N in Namespace]: { [K in keyof (typeof en)[N]]: string } };

/** Both languages, for the server. The browser loads only its own. */
export const messages = { en, sq } satisfies Record<string, Messages>;
