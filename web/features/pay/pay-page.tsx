import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PayYear } from "../../../server/features/pay/pay.schema.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { ChoiceFilter, FilterForm, FilterRefusal } from "../../ui/filters.tsx";
import { formatMonth, formatNumber } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { MemberPayments, PaidMembers } from "./paid-members.tsx";
import { getPay } from "./pay-query.ts";
import { PayRates } from "./pay-rates.tsx";

/** What councillors were paid: on which basis, how much, month by month. */
export default function PayPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("pay");
  const element = elementByCode("I.4.2");
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getPay(query()));
  const description = useElement(() => props.match.code!);
  const filters = (pay?: PayYear, wrong: string[] = []) => (
    <FilterForm path={element.path[locale]} chosen={chosen()}>
      <Show
        when={pay}
        fallback={<ChoiceFilter name="year" label={t("year")} chosen={chosen()} wrong={wrong} options={[]} />}
      >
        <Show when={chosen().get("year")}>{(year) => <input type="hidden" name="year" value={year()} />}</Show>
      </Show>
      <ChoiceFilter
        name="member"
        label={t("member")}
        chosen={chosen()}
        wrong={wrong}
        options={pay?.everybody.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </FilterForm>
  );
  return (
    <ElementPage
      element={element}
      description={description()}
      isFilled={(answer()?.pay?.years.length ?? 0) > 0 || answer()?.problem !== undefined}
    >
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            {filters(
              undefined,
              refusal().fields?.map(({ path }) => path),
            )}
          </>
        )}
      </Show>
      <Show when={answer()?.pay?.year ? answer()!.pay : undefined}>
        {(pay) => (
          <>
            <Years years={pay().years} year={pay().year!} member={chosen().get("member")} />
            {filters(pay())}
            <YearOfPay pay={pay()} member={chosen().get("member")} />
          </>
        )}
      </Show>
    </ElementPage>
  );
}

/** The years of which there is something, each with the same councillor. */
function Years(props: { years: readonly number[]; year: number; member: string | null }) {
  const t = useT("pay");
  const { locale } = usePage();
  const address = (year: number) =>
    `${elementByCode("I.4.2").path[locale]}?${new URLSearchParams({ year: String(year), ...(props.member ? { member: props.member } : {}) })}`;
  return (
    <nav class="pager pay-years" aria-label={t("year")}>
      <ul>
        <For each={props.years}>
          {(year) => (
            <li>
              <Show when={year !== props.year} fallback={<span aria-current="page">{year}</span>}>
                <a link href={address(year)}>
                  {year}
                </a>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

function YearOfPay(props: { pay: PayYear; member: string | null }) {
  const t = useT("pay");
  const common = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const links = useRegisterLinks();
  const year = () => props.pay.year!;
  const monthName = (month: number) => formatMonth(`${year()}-${String(month).padStart(2, "0")}-01`, locale);
  const notes = () => props.pay.months.filter(({ note }) => note);
  const query = () =>
    `?${new URLSearchParams({ year: String(year()), ...(props.member ? { member: props.member } : {}) })}`;
  return (
    <div class="stack pay-year">
      <OnlyAlbanian texts={[...props.pay.rates.map((rate) => rate.legalBasis), ...notes().map(({ note }) => note)]} />
      <Show
        when={props.pay.members.length > 0}
        fallback={
          <div class="found">
            <h2 aria-live="polite">{common("nothing_found")}</h2>
          </div>
        }
      >
        <section aria-labelledby="paid">
          <div class="bar">
            <h2 id="paid">{t("paid_in", { year: year() })}</h2>
            <span>{t("members", { count: props.pay.members.length })}</span>
          </div>
          <p class="sum-line">
            <span class="large">{formatNumber(props.pay.total, locale)}</span> {t("lek")}
          </p>
          <p class="aside">{t("sum_text", { count: props.pay.months.length })}</p>
          <Show when={props.pay.missing.length > 0}>
            <p class="note warn">{t("missing", { months: props.pay.missing.map(monthName).join(", ") })}</p>
          </Show>
          <Show when={props.pay.unnamed > 0}>
            <p class="note">{t("unnamed", { amount: formatNumber(props.pay.unnamed, locale) })}</p>
          </Show>
          <PaidMembers pay={props.pay} />
          <Show when={props.pay.payments.length > 0}>
            <MemberPayments payments={props.pay.payments} monthName={monthName} />
          </Show>
          <For each={notes()}>
            {({ month, note }) => (
              <p class="small soft" lang={lang(note)}>
                {monthName(month)}: {say(note)}
              </p>
            )}
          </For>
          <Exports links={links(elementByCode("I.4.2").path[locale], query())} />
        </section>
      </Show>
      <Show when={props.pay.rates.length > 0}>
        <PayRates rates={props.pay.rates} year={year()} />
      </Show>
    </div>
  );
}
