import { Show } from "solid-js";
import type { NumberGap } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";

/** The numbers that no act has, openly: which, and why where anybody has said so. */
export function NumberGaps(props: { gaps: readonly NumberGap[] }) {
  const t = useT("acts");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const columns: Column<NumberGap>[] = [
    {
      label: t("column_number"),
      cell: ({ from, to }) =>
        from === to
          ? t("gap_number", { number: String(from) })
          : t("gap_numbers", { from: String(from), to: String(to) }),
    },
    {
      label: t("column_series"),
      cell: ({ type, series }) => t("series_year", { type: matters(`type.${type}`), series: series.replace("-", "–") }),
    },
    {
      label: t("column_reason"),
      cell: ({ reason, url }) => (
        <Show
          when={url}
          fallback={
            <Show when={reason} fallback={<span class="tag warn">{t("gap_unexplained")}</span>}>
              {(why) => <span lang={lang(why())}>{say(why())}</span>}
            </Show>
          }
        >
          {(address) => (
            <a link href={address()[locale]}>
              {t("gap_withdrawn")}
            </a>
          )}
        </Show>
      ),
    },
  ];
  return (
    <section class="beside-paper" aria-labelledby="gaps">
      <div class="bar">
        <h2 id="gaps">{t("gaps")}</h2>
      </div>
      <Show when={props.gaps.length > 0} fallback={<p class="aside">{t("gaps_none")}</p>}>
        <p class="aside">{t("gaps_text")}</p>
        <RegisterTable caption={t("gaps")} columns={columns} rows={props.gaps} />
      </Show>
    </section>
  );
}
