import { sql } from "kysely";
import { zone } from "../../local-time.ts";
import { draftActSubject, periodRules } from "./draft-acts.shared.ts";

/**
 * Draft acts that are put to public consultation: where the law asks for it, or a notice has been given, also one that was
 * taken back.
 */
export const consultedDrafts = sql`(draft_acts.consultation_required
  or draft_acts.initiative_from is not null or draft_acts.consultation_from is not null
  or exists (select from draft_act_notice_corrections c where c.draft_act_id = draft_acts.id))`;

/**
 * The day on which the Council last decided on a draft act `a`: that of the public act which came of it, else that of the
 * sitting. `null` where neither is in the registers.
 */
const decidedOn = sql`coalesce(
  (select max(b.adopted_on) from acts b where b.draft_act_id = a.id and b.took_effect and a.stage = 'adopted'),
  (select max(m.day) from agenda_items i
    join meetings m on m.id = i.meeting_id and m.state = 'published' and m.kind not in ('event', 'ceremony')
    join bodies o on o.id = m.body_id and o.kind = 'council'
    where i.draft_act_id = a.id and case a.stage when 'adopted' then i.result in ('adopted', 'adopted_changed')
      when 'rejected' then i.result = 'rejected' else false end))`;

/**
 * Draft acts `a` that have come to the Council without the consultation that the law asks for. One that was ended before
 * its last day, as with a withdrawal or a decision, gave people less than their time: it is none; neither is one that ran
 * on here because a decision taken in the middle of it was entered only afterwards.
 */
export const isWithoutConsultation = sql<boolean>`(a.consultation_required and a.stage in ('agenda', 'adopted', 'rejected')
  and not exists (select from deadlines held
    where held.subject = ${draftActSubject} and held.subject_id = a.id and held.rule = ${periodRules.draft}
      and (held.closed_at is null or (held.closed_at at time zone ${zone})::date >= held.due_on)
      and held.due_on <= coalesce(${decidedOn}, held.due_on)))`;
