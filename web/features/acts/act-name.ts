import type { ActReference } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { formatDay } from "../../ui/format.ts";

/** How an act is cited: “Vendim nr. 112, datë 27.02.2026”. */
export function useActName() {
  const t = useT("acts");
  const matters = useT("matters");
  return ({ type, number, adoptedOn }: Pick<ActReference, "type" | "number" | "adoptedOn">) =>
    t("named", { type: matters(`type.${type}`), number: String(number), date: formatDay(adoptedOn) });
}
