import { liveErrors } from "../../../i18n/en/errors/live.ts";
import { meetingsErrors } from "../../../i18n/en/errors/meetings.ts";

/** Why a step cannot be, where the console finds that out by itself. */
export const errors = { ...liveErrors, ...meetingsErrors };
