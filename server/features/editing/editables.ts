import { actEditable } from "../acts/acts.editable.ts";
import { albumEditable } from "../albums/albums.editable.ts";
import { bodyEditable } from "../bodies/bodies.editable.ts";
import { termEditable } from "../bodies/terms.editable.ts";
import { draftActEditable } from "../draft-acts/draft-acts.editable.ts";
import { electionEditable } from "../elections/elections.editable.ts";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { pageEditable } from "../pages/pages.editable.ts";
import { payMonthEditable } from "../pay/pay.editable.ts";
import { payRateEditable } from "../pay/rates.editable.ts";
import { partyEditable } from "../people/parties.editable.ts";
import { personEditable } from "../people/people.editable.ts";
import { planEditable } from "../plan/plan.editable.ts";
import { publicationEditable } from "../publications/publications.editable.ts";
import type { Editable } from "./editable.ts";
import { noSuchKind } from "./editing.errors.ts";

/** Everything that the workspace edits, each kind once. */
export const editables: readonly Editable[] = [
  publicationEditable,
  pageEditable,
  albumEditable,
  actEditable,
  draftActEditable,
  meetingEditable,
  personEditable,
  bodyEditable,
  partyEditable,
  termEditable,
  electionEditable,
  payMonthEditable,
  payRateEditable,
  planEditable,
];

const byEntity = new Map(editables.map((one) => [one.entity, one]));

/** @throws `editing.no_such_kind` */
export function editableOf(entity: string): Editable {
  const one = byEntity.get(entity);
  if (!one) throw noSuchKind();
  return one;
}
