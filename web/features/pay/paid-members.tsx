import { Show } from "solid-js";
import type { PaidMember, Payment, PayYear } from "../../../server/features/pay/pay.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatNumber, formatShortMonth } from "../../ui/format.ts";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";

/** Who received how much in which month. A column for each month that is public. */
export function PaidMembers(props: { pay: PayYear }) {
  const t = useT("pay");
  const { locale } = usePage();
  const amount = (value: number | null | undefined) =>
    value == null ? <span class="soft">–</span> : formatNumber(value, locale);
  const columns = (): Column<PaidMember>[] => [
    {
      label: t("member"),
      cell: (member) => (
        <a link href={member.url[locale]}>
          {member.name}
        </a>
      ),
    },
    ...props.pay.months.map(({ month }) => ({
      label: formatShortMonth(month, locale),
      numeric: true,
      cell: (member: PaidMember) => amount(member.months[month - 1]),
    })),
    { label: t("year_sum"), numeric: true, cell: (member) => <strong>{formatNumber(member.total, locale)}</strong> },
  ];
  const sums = () =>
    props.pay.members.length > 1
      ? [
          t("together"),
          ...props.pay.months.map(({ total }) => formatNumber(total, locale)),
          formatNumber(props.pay.total, locale),
        ]
      : undefined;
  return (
    <section class="scrolls months" tabindex="0" aria-label={t("amounts")}>
      <RegisterTable caption={t("amounts")} columns={columns()} rows={props.pay.members} sums={sums()} />
    </section>
  );
}

/** Each payment to one member: for what, at which rate, for how many meetings. */
export function MemberPayments(props: { payments: readonly Payment[]; monthName: (month: number) => string }) {
  const t = useT("pay");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const columns = (): Column<Payment>[] => [
    { label: t("month"), cell: (payment) => props.monthName(payment.month) },
    {
      label: t("for"),
      cell: (payment) => (
        <div>
          {t(`for.${payment.appliesTo}`)}
          <Show when={payment.note}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
        </div>
      ),
    },
    {
      label: t("rate"),
      numeric: true,
      cell: (payment) => (
        <span>
          {formatNumber(payment.rate, locale)} <span class="soft">{t(`basis.${payment.basis}`)}</span>
        </span>
      ),
    },
    ...(props.payments.some(({ meetings }) => meetings !== null)
      ? [{ label: t("meetings"), numeric: true, cell: (payment: Payment) => payment.meetings }]
      : []),
    { label: t("amount"), numeric: true, cell: (payment) => <strong>{formatNumber(payment.amount, locale)}</strong> },
  ];
  return <RegisterTable caption={t("payments")} captionShown columns={columns()} rows={props.payments} />;
}
