import { Show } from "solid-js";
import type { RateView } from "../../../server/features/pay/pay.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";

/** What is paid for what, and which law or decision says so. */
export function PayRates(props: { rates: readonly RateView[]; year: number }) {
  const t = useT("pay");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const columns: Column<RateView>[] = [
    { label: t("for"), cell: (rate) => t(`for.${rate.appliesTo}`) },
    {
      label: t("rate"),
      numeric: true,
      cell: (rate) => (
        <span>
          {formatNumber(rate.amount, locale)} <span class="soft">{t(`basis.${rate.basis}`)}</span>
        </span>
      ),
    },
    {
      label: t("legal_basis"),
      cell: (rate) => (
        <div>
          <span lang={lang(rate.legalBasis)}>{say(rate.legalBasis)}</span>
          <Show when={rate.note}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
        </div>
      ),
    },
    {
      label: t("in_force"),
      cell: ({ validFrom, validTo }) =>
        validTo
          ? `${formatDay(validFrom)} – ${formatDay(validTo)}`
          : t("in_force_since", { date: formatDay(validFrom) }),
    },
  ];
  return (
    <section aria-labelledby="rates">
      <div class="bar">
        <h2 id="rates">{t("rates_in", { year: props.year })}</h2>
      </div>
      <RegisterTable caption={t("rates_in", { year: props.year })} columns={columns} rows={props.rates} />
    </section>
  );
}
