import { actForm } from "../acts/acts.form.ts";
import { albumForm } from "../albums/albums.form.ts";
import { bodyForm } from "../bodies/bodies.form.ts";
import { termForm } from "../bodies/terms.form.ts";
import { draftActForm } from "../draft-acts/draft-acts.form.ts";
import { electionForm } from "../elections/elections.form.ts";
import { pageForm } from "../pages/pages.form.ts";
import { payMonthForm, payRateForm } from "../pay/pay.form.ts";
import { partyForm } from "../people/parties.form.ts";
import { personForm } from "../people/people.form.ts";
import { planForm } from "../plan/plan.form.ts";
import { publicationForm } from "../publications/publications.form.ts";
import type { FormOf } from "./form-fields.ts";

/** The forms by what they edit, in the order in which the workspace names them. */
export const forms: Readonly<Record<string, FormOf>> = {
  publication: publicationForm,
  page: pageForm,
  act: actForm,
  draft_act: draftActForm,
  person: personForm,
  body: bodyForm,
  party: partyForm,
  term: termForm,
  election: electionForm,
  album: albumForm,
  plan: planForm,
  pay_month: payMonthForm,
  pay_rate: payRateForm,
};
