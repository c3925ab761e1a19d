import { meetingEditable } from "../meetings/meetings.editable.ts";
import type { Editable } from "./editable.ts";
import { editables } from "./editables.ts";

/** All that is handed over to be published, with where its titles stand. Minutes are called as their meeting is. */
export const handedOver: readonly Pick<Editable, "entity" | "rows">[] = [
  ...editables,
  { entity: "minutes", rows: meetingEditable.rows },
];
