import { Show } from "solid-js";
import type { Affiliation } from "../../../server/features/people/members.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Hemicycle } from "../../ui/hemicycle.tsx";
import { Balance } from "./balance.tsx";
import type { Members } from "./people-query.ts";
import { Days } from "./span.tsx";

const keyOf = ({ kind, party }: Affiliation) => party?.slug ?? kind;

/** The council at a glance: who sits with whom, how many seats are empty, how many women and men there are. */
export function Chamber(props: { list: Members }) {
  const t = useT("people");
  const { say } = useLocalized();
  const groups = () =>
    props.list.groups.map((affiliation) => ({
      key: keyOf(affiliation),
      label: affiliation.party
        ? say(affiliation.party.name)
        : t(affiliation.kind === "none" ? "affiliation_none" : "affiliation_unknown"),
      colour: affiliation.party?.colour ?? null,
      short: affiliation.party?.shortName ?? "–",
    }));
  const seats = () =>
    props.list.members.map(({ slug, name, affiliation }) => ({
      key: slug,
      label: affiliation.party ? `${name}, ${affiliation.party.shortName}` : name,
      group: keyOf(affiliation),
    }));
  return (
    <section class="chamber" aria-labelledby="chamber">
      <h2 id="chamber" class="hidden-visually">
        {t("chamber")}
      </h2>
      <Hemicycle caption={t("seats_by_party")} groups={groups()} seats={seats()} centre={String(props.list.sitting)} />
      <dl class="defs">
        <div>
          <dt>{t("filter_term")}</dt>
          <dd>
            <Days beginsOn={props.list.term!.beginsOn} endsOn={props.list.term!.endsOn} />
          </dd>
        </div>
        <div>
          <dt>{t("seats")}</dt>
          <dd>{props.list.term!.seats}</dd>
        </div>
        <Show when={props.list.vacant > 0}>
          <div>
            <dt>{t("vacant")}</dt>
            <dd>{props.list.vacant}</dd>
          </div>
        </Show>
        <div>
          <dt>{t("balance")}</dt>
          <dd>
            <Balance of={props.list.balance} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
