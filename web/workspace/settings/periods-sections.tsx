import { For, Show } from "solid-js";
import { settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";
import { Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Choices, Field, Select } from "../ui/form-fields.tsx";
import { useReading, Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Both, Save, Section } from "./settings-page.tsx";

const units = ["working", "calendar", "months", "hours"] as const;

/** Periods that the council's own rules set or better, with those that were set before. */
export function PeriodsSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const length = (number: number, unit: string) => t(`length_${unit as (typeof units)[number]}`, { count: number });
  return (
    <Section name="periods" lead={t("periods_lead")}>
      <Show when={props.data.periods.length > 0} fallback={<p class="soft">{t("periods_none")}</p>}>
        <ul class="said">
          <For each={props.data.periods}>
            {(period) => (
              <li>
                <b>{period.title}</b>
                <p>
                  {length(period.number, period.unit)} · {t("valid_from", { day: formatDay(period.validFrom) })}
                  {period.validTo ? ` · ${t("valid_to", { day: formatDay(period.validTo) })}` : ""}
                </p>
                <p class="soft" lang={lang(period.ground)}>
                  {say(period.ground)}
                </p>
                <Show when={!period.validTo && !useReading()}>
                  <details open={page.form?.name === "period-end" && page.form.values.id === period.id}>
                    <summary>{t("period_end")}</summary>
                    <Form
                      name="period-end"
                      id={`period-end-${period.id}`}
                      only={{ id: period.id }}
                      action={settingsPaths.periodEnd[page.locale]}
                      values={{ validTo: props.data.today }}
                    >
                      <Hidden name="id" value={period.id} />
                      <Field name="validTo" label={t("last_day")} type="date" required />
                      <Both name="reason" label={t("reason")} required maxlength={300} />
                      <SubmitButton plain>{t("period_end")}</SubmitButton>
                    </Form>
                  </details>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Writing>
        <Form name="periods" action={settingsPaths.period[page.locale]} values={{ validFrom: props.data.today }}>
          <Select
            name="rule"
            label={t("rule")}
            required
            empty={t("choose")}
            choices={props.data.rules.map(({ code, title, number, unit, councilMay }) => ({
              value: code,
              label: `${title} (${number === null ? t("law_none") : t("law_says", { length: length(number, unit) })}; ${t(`may_${councilMay as "longer" | "shorter" | "set"}`)})`,
            }))}
          />
          <div class="both">
            <Field name="number" label={t("length")} inputmode="numeric" required maxlength={4} />
            <Select
              name="unit"
              label={t("unit")}
              required
              choices={units.map((unit) => ({ value: unit, label: t(`unit_${unit}`) }))}
            />
          </div>
          <Both name="ground" label={t("ground")} hint={t("ground_hint")} required maxlength={300} />
          <Field name="validFrom" label={t("first_day")} type="date" required />
          <Save />
        </Form>
      </Writing>
    </Section>
  );
}

/** Days off that the nationwide list does not have. */
export function DaysSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  return (
    <Section name="days" lead={t("days_lead")}>
      <Show when={props.data.days.length > 0} fallback={<p class="soft">{t("days_none")}</p>}>
        <ul class="said">
          <For each={props.data.days}>
            {(day) => (
              <li>
                <b>{formatDay(day.day)}</b> <span lang={lang(day.name)}>{say(day.name)}</span>{" "}
                <span class="tag">{t(`day_${day.change}`)}</span>
                <p class="soft" lang={lang(day.reason)}>
                  {say(day.reason)} ({day.source})
                </p>
                <Writing>
                  <details open={page.form?.name === "day-back" && page.form.values.day === day.day}>
                    <summary>{t("day_back")}</summary>
                    <Form
                      name="day-back"
                      id={`day-back-${day.day}`}
                      only={{ day: day.day }}
                      action={settingsPaths.dayBack[page.locale]}
                    >
                      <Hidden name="day" value={day.day} />
                      <Both name="reason" label={t("reason")} required maxlength={300} />
                      <SubmitButton plain>{t("day_back")}</SubmitButton>
                    </Form>
                  </details>
                </Writing>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Holidays data={props.data} />
      <Writing>
        <details class="more" open={page.form?.name === "days"}>
          <summary>{t("day_add")}</summary>
          <Form name="days" action={settingsPaths.dayOff[page.locale]}>
            <Field name="day" label={t("day")} type="date" required />
            <Both name="name" label={t("day_name")} required maxlength={120} />
            <Both name="reason" label={t("reason")} required maxlength={300} />
            <Field name="source" label={t("source")} hint={t("source_hint")} required maxlength={300} />
            <Save />
          </Form>
        </details>
      </Writing>
    </Section>
  );
}

type Holiday = SettingsData["holidays"][number];

/** Public holidays that are still to come, those first that may change; one of them is confirmed, moved or taken off. */
function Holidays(props: { data: SettingsData }) {
  const t = useT("settings");
  const open = () => props.data.holidays.filter(({ mayChange }) => mayChange);
  const certain = () => props.data.holidays.filter(({ mayChange }) => !mayChange);
  return (
    <Show when={props.data.holidays.length > 0}>
      <h3>{t("holidays")}</h3>
      <p class="soft">{t("holidays_lead")}</p>
      <HolidayList holidays={open()} />
      <Show when={certain().length > 0}>
        <details class="more">
          <summary>{t("holidays_certain", { count: certain().length })}</summary>
          <HolidayList holidays={certain()} />
        </details>
      </Show>
      <Writing>
        <HolidayForm holidays={props.data.holidays} />
      </Writing>
    </Show>
  );
}

function HolidayList(props: { holidays: readonly Holiday[] }) {
  const t = useT("settings");
  const { say, lang } = useLocalized();
  return (
    <ul class="said">
      <For each={props.holidays}>
        {(holiday) => (
          <li>
            <b>{formatDay(holiday.day)}</b> <span lang={lang(holiday.name)}>{say(holiday.name)}</span>
            <Show when={holiday.inLieuOf}>{(day) => <> {t("holiday_in_lieu", { day: formatDay(day()) })}</>}</Show>{" "}
            <span class="tag" classList={{ warn: holiday.mayChange, good: !holiday.mayChange }}>
              {holiday.mayChange ? t("holiday_may_change") : t("holiday_certain")}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

function HolidayForm(props: { holidays: readonly Holiday[] }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  return (
    <details class="more" open={page.form?.name === "holiday"}>
      <summary>{t("holiday_change")}</summary>
      <Form name="holiday" action={settingsPaths.holiday[page.locale]} values={{ what: "confirm" }}>
        <Select
          name="day"
          label={t("holiday_which")}
          required
          empty={t("choose")}
          choices={props.holidays.map(({ day, name }) => ({ value: day, label: `${formatDay(day)} ${say(name)}` }))}
        />
        <Choices
          kind="radio"
          name="what"
          label={t("holiday_what")}
          required
          choices={(["confirm", "move", "remove"] as const).map((value) => ({ value, label: t(`holiday_${value}`) }))}
        />
        <Field name="to" label={t("holiday_to")} hint={t("holiday_to_hint")} type="date" />
        <Both name="reason" label={t("reason")} required maxlength={300} />
        <Field name="source" label={t("source")} hint={t("source_hint")} required maxlength={300} />
        <SubmitButton plain>{t("holiday_save")}</SubmitButton>
      </Form>
    </details>
  );
}
