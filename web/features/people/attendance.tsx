import { For, Show } from "solid-js";
import type { Person } from "../../../server/features/people/person.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";

type Attendance = Person["attendance"];
type Status = Attendance["strip"][number]["status"];

const statuses: readonly Status[] = ["present", "late", "absent_with_reason", "absent"];
/** Each way has a height and a filling of its own, so that colour alone never says it. */
const bars: Record<Status, { y: number; height: number }> = {
  present: { y: 0, height: 24 },
  late: { y: 8, height: 16 },
  absent_with_reason: { y: 16.75, height: 6.5 },
  absent: { y: 20, height: 4 },
};
const step = 9;

/** How often somebody was there: in numbers for each body, and the council’s meetings of the term as a strip. */
export function AttendanceOf(props: { attendance: Attendance }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const there = ({ present, late }: Attendance["bodies"][number]) => present + late;
  const council = () => props.attendance.bodies.find(({ body }) => body.kind === "council");
  return (
    <section aria-labelledby="attendance">
      <div class="bar">
        <h2 id="attendance">{t("attendance")}</h2>
      </div>
      <Show when={council()}>
        {(ofCouncil) => (
          <p class="aside">
            {t("attendance_council", { present: there(ofCouncil()), meetings: ofCouncil().meetings })}
          </p>
        )}
      </Show>
      <Show when={props.attendance.strip.length > 0}>
        <Strip strip={props.attendance.strip} />
      </Show>
      <RegisterTable
        caption={t("attendance")}
        rows={props.attendance.bodies}
        columns={[
          {
            label: t("column_body"),
            cell: ({ body }) => (
              <a link href={body.url[locale]} lang={lang(body.name)}>
                {say(body.name)}
              </a>
            ),
          },
          { label: t("column_meetings"), numeric: true, cell: ({ meetings }) => formatNumber(meetings, locale) },
          {
            label: t("column_present"),
            numeric: true,
            cell: (row) => <span>{`${there(row)} (${Math.round((there(row) / row.meetings) * 100)}\u00a0%)`}</span>,
          },
          {
            label: t("column_missed"),
            numeric: true,
            cell: ({ excused, absent }) => formatNumber(excused + absent, locale),
          },
        ]}
      />
    </section>
  );
}

function Strip(props: { strip: Attendance["strip"] }) {
  const t = useT("people");
  const { locale } = usePage();
  const count = (status: Status) => props.strip.filter((one) => one.status === status).length;
  const missed = () => props.strip.filter(({ status }) => status === "absent" || status === "absent_with_reason");
  const told = () => statuses.map((status) => `${t(`attendance.${status}`)} ${count(status)}`).join(", ");
  return (
    <figure class="strip">
      <svg
        role="img"
        aria-label={`${t("attendance_strip")}: ${told()}`}
        viewBox={`0 0 ${Math.max(props.strip.length, 24) * step} 24`}
      >
        <For each={props.strip}>
          {({ day, status }, at) => (
            <rect class={status} x={at() * step + 1} width="6" y={bars[status].y} height={bars[status].height}>
              <title>{`${formatDay(day)}: ${t(`attendance.${status}`)}`}</title>
            </rect>
          )}
        </For>
      </svg>
      <figcaption>
        <ul class="strip-key">
          <For each={statuses.filter((status) => count(status) > 0)}>
            {(status) => (
              <li>
                <svg viewBox="0 0 8 24" width="8" height="24" aria-hidden="true">
                  <rect class={status} x="1" width="6" y={bars[status].y} height={bars[status].height} />
                </svg>
                {t(`attendance.${status}`)} <b>{count(status)}</b>
              </li>
            )}
          </For>
        </ul>
        <Show when={missed().length > 0}>
          <details>
            <summary>{t("missed", { count: missed().length })}</summary>
            <ul>
              <For each={missed()}>
                {({ day, status, meeting }) => (
                  <li>
                    <a link href={meeting[locale]}>
                      {formatDay(day)}
                    </a>
                    {`, ${t(`attendance.${status}`)}`}
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </figcaption>
    </figure>
  );
}
