import { For } from "solid-js";
import type { CouncilWork } from "../../../server/features/home/home.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";

/** Draft acts on which anybody may comment, with the days that are left, large. */
export function OpenConsultations(props: { items: CouncilWork["consultations"] }) {
  const t = useT("home");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <ul class="open-drafts">
      <For each={props.items}>
        {(item) => (
          <li classList={{ soon: item.daysLeft <= 3 }}>
            <p class="days">
              <b>{item.daysLeft}</b>
              <span>{t(item.unit === "working" ? "days_left_working" : "days_left", { count: item.daysLeft })}</span>
            </p>
            <div>
              <h3 lang={lang(item.title)}>
                <a link href={item.url[locale]}>
                  {say(item.title)}
                </a>
              </h3>
              <p class="stamp">{t("open_until", { date: formatDay(item.dueOn) })}</p>
            </div>
          </li>
        )}
      </For>
    </ul>
  );
}
