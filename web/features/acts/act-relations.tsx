import { For, Show } from "solid-js";
import type { Act, Relation } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { useActName } from "./act-name.ts";

/** What the act does to others, and what others do to it. */
export function ActRelations(props: { relations: Act["relations"] }) {
  const t = useT("acts");
  const lines = () => [
    ...props.relations.from.map((relation) => ({ relation, label: t(`from.${relation.kind}`) })),
    ...props.relations.to.map((relation) => ({ relation, label: t(`to.${relation.kind}`) })),
  ];
  return (
    <Show when={lines().length > 0}>
      <section aria-labelledby="relations">
        <div class="bar">
          <h2 id="relations">{t("relations")}</h2>
        </div>
        <ul class="act-links">
          <For each={lines()}>{({ relation, label }) => <Line relation={relation} label={label} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Line(props: { relation: Relation; label: string }) {
  const t = useT("acts");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const name = useActName();
  return (
    <li>
      <span class="what">{props.label}</span>
      <div>
        <Show
          when={props.relation.act}
          fallback={<span lang={lang(props.relation.text)}>{say(props.relation.text)}</span>}
        >
          {(act) => (
            <>
              <span class="cited">{name(act())}</span>
              <a link href={act().url[locale]} lang={lang(act().title)}>
                {say(act().title)}
              </a>
            </>
          )}
        </Show>
        <Show when={props.relation.since}>
          {(day) => <p class="small soft">{t("from", { date: formatDay(day()) })}</p>}
        </Show>
        <Show when={props.relation.note}>
          {(note) => (
            <p class="small soft" lang={lang(note())}>
              {say(note())}
            </p>
          )}
        </Show>
      </div>
    </li>
  );
}
