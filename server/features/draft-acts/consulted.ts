import { sql } from "kysely";

/** Draft acts that are put to public consultation: where the law asks for it, or a notice has been given. */
export const consultedDrafts = sql`(draft_acts.consultation_required
  or draft_acts.initiative_from is not null or draft_acts.consultation_from is not null)`;
