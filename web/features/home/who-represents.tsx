import { createMemo } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { CouncilWork } from "../../../server/features/home/home.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Hemicycle, seatsByCount } from "../../ui/hemicycle.tsx";

/** The council as it sits, by party, and the way to one's councillor. */
export function WhoRepresents(props: { seats: CouncilWork["seats"] }) {
  const t = useT("home");
  const { locale } = usePage();
  const { say } = useLocalized();
  const groups = createMemo(() =>
    props.seats.map(({ party, count }) => ({
      key: party?.short ?? "none",
      label: party?.short ?? t("seats_none"),
      short: party?.short ?? "",
      colour: party?.colour ?? null,
      count,
      told: party ? say(party.name) : t("seats_none"),
    })),
  );
  const total = () => props.seats.reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="card">
      <Hemicycle caption={t("seats")} centre={String(total())} groups={groups()} seats={seatsByCount(groups())} />
      <p>
        <a link href={elementByCode("I.2.1").path[locale]}>
          {t("seats_link")}
        </a>
      </p>
    </div>
  );
}
