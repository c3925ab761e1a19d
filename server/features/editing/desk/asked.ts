import type { TenantTx } from "../../../db/tenant-db.ts";
import type { AppError } from "../../../http/errors.ts";
import type { Locale } from "../../../locale.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import type { Editable } from "../editable.ts";
import type { AskedStep, EditPageData } from "../editing.view.ts";
import type { FormValues } from "../form.shared.ts";
import { checkPersons, PersonsNamed } from "../persons.service.ts";
import { checkReading, NothingToRead } from "../reading-matter.service.ts";

interface Confirmed {
  /** The findings about persons that somebody has looked at, by their mark. */
  persons: string | null;
  withoutReading: boolean;
}

/** What somebody is asked before it becomes public, and what they have confirmed already. */
export interface Asked {
  step: AskedStep;
  persons: PersonsNamed | null;
  withoutReading: boolean;
  confirmed: Confirmed;
}

export const confirmedIn = (typed: FormValues): Confirmed => ({
  persons: [typed.persons ?? ""].flat()[0] || null,
  withoutReading: [typed.withoutReading ?? ""].flat().includes("yes"),
});

/** The question that a failure is, if it is one. */
export const askedBy = (failure: AppError, step: Asked["step"], typed: FormValues): Asked | undefined =>
  failure instanceof PersonsNamed || failure instanceof NothingToRead
    ? {
        step,
        persons: failure instanceof PersonsNamed ? failure : null,
        withoutReading: failure instanceof NothingToRead,
        confirmed: confirmedIn(typed),
      }
    : undefined;

export function askedView(asked: Asked, locale: Locale): EditPageData["asked"] {
  const { step, persons, withoutReading, confirmed } = asked;
  return {
    ...{ step, withoutReading },
    persons: persons && { mark: persons.mark, places: persons.asks(locale) },
    // What was confirmed travels along while something else is asked.
    confirmed: {
      persons: persons ? null : confirmed.persons,
      withoutReading: !withoutReading && confirmed.withoutReading,
    },
  };
}

/** What is public already stays what somebody has looked at. @param isFirst as `checkPersons` @throws `PersonsNamed`, `NothingToRead` */
export async function checkPublic(
  c: WorkspaceContext,
  tx: TenantTx,
  editable: Editable,
  id: string,
  { persons, withoutReading }: Confirmed,
  hadNoReading: boolean,
  isFirst = false,
) {
  await checkPersons(tx, doing(c), editable, id, c.var.locale, persons, isFirst);
  if (!hadNoReading) await checkReading(tx, doing(c), editable, id, withoutReading);
}
