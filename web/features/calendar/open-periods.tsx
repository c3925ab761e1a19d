import { For, Show } from "solid-js";
import type { CalendarPeriod } from "../../../server/features/calendar/calendar.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { InAlbanian } from "../../ui/only-albanian.tsx";

/** Drafts on which everybody may comment in these days, and until when. */
export function OpenPeriods(props: { periods: readonly CalendarPeriod[]; today: string }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const standing = ({ from, until }: CalendarPeriod) => {
    if (until < props.today) return { looks: "none", word: t("period_over") };
    if (from > props.today) return { looks: "wait", word: t("period_ahead") };
    return { looks: "good", word: t("period_open") };
  };
  return (
    <Show when={props.periods.length > 0}>
      <section class="open-periods" aria-labelledby="periods">
        <div class="bar">
          <h2 id="periods">{t("periods")}</h2>
        </div>
        <ul class="entries">
          <For each={props.periods}>
            {(period) => (
              <li>
                <a link class="quiet" href={period.url[locale]} lang={lang(period.title)}>
                  {say(period.title)}
                </a>
                <span class={`tag ${standing(period).looks}`}>{standing(period).word}</span>
                <p>
                  {t(`period_of.${period.of}`, { from: formatDay(period.from), until: formatDay(period.until) })}{" "}
                  <InAlbanian texts={[period.title]} />
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
