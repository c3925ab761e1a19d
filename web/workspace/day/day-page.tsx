import { For, type JSX, Show } from "solid-js";
import type { DayView } from "../../../server/features/day/day.workspace.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { DueTag } from "../../ui/due-date.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDay, formatInstantDay, formatTime } from "../../ui/format.ts";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function DayPage(props: { data: DayView }) {
  const t = useT("day");
  const { say } = useLocalized();
  const when = (instant: string) => `${formatInstantDay(instant)}, ${t("at", { time: formatTime(instant) })}`;
  return (
    <Page title={t("title")} wide done={{ welcome: t("done_welcome") }}>
      <DueSection id="due" title={t("due")} rows={props.data.due} empty={t("nothing_due")}>
        {(row) => (
          <>
            <time datetime={row.dueOn}>{formatDay(row.dueOn)}</time>
            <span>
              <Titled {...row} />
              <small>{say(row.rule)}</small>
            </span>
            <DueTag deadline={row} />
          </>
        )}
      </DueSection>
      <DueSection id="coming" title={t("coming")} rows={props.data.meetings} empty={t("no_meetings")}>
        {(row) => (
          <>
            <time datetime={row.startsAt}>{when(row.startsAt)}</time>
            <span>
              <Titled {...row} />
            </span>
            <span class="tag" classList={{ good: row.hasNotice, warn: !row.hasNotice }}>
              {row.hasNotice ? t("with_notice") : t("without_notice")}
            </span>
          </>
        )}
      </DueSection>
      <DueSection id="to-deposit" title={t("to_deposit")} rows={props.data.toDeposit} empty={t("nothing_to_deposit")}>
        {(row) => (
          <>
            <span class="date">{t("adopted_on", { day: formatDay(row.adoptedOn) })}</span>
            <span>
              <Titled {...row} />
            </span>
          </>
        )}
      </DueSection>
      <DueSection id="minutes" title={t("minutes")} rows={props.data.withoutMinutes} empty={t("no_minutes_missing")}>
        {(row) => (
          <>
            <time datetime={row.startsAt}>{when(row.startsAt)}</time>
            <span>
              <Titled {...row} />
            </span>
          </>
        )}
      </DueSection>
      <DueSection id="scheduled" title={t("scheduled")} rows={props.data.scheduled} empty={t("nothing_scheduled")}>
        {(row) => (
          <>
            <time datetime={row.publicFrom}>{when(row.publicFrom)}</time>
            <span>{say(row.title)}</span>
          </>
        )}
      </DueSection>
    </Page>
  );
}

interface DueSectionProps<Row> {
  id: string;
  title: string;
  rows: readonly Row[];
  /** What is said where there is nothing, which is good news mostly. */
  empty: string;
  children: (row: Row) => JSX.Element;
}

function DueSection<Row>(props: DueSectionProps<Row>) {
  return (
    <section aria-labelledby={props.id}>
      <div class="bar">
        <h2 id={props.id}>{props.title}</h2>
      </div>
      <Show when={props.rows.length > 0} fallback={<EmptyState title={props.empty} rank="h3" />}>
        <ul class="due-list">
          <For each={props.rows}>{(row) => <li>{props.children(row)}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}

/** A link to the public page where there is one. */
function Titled(props: { title: LocalizedText; url: { sq: string; en: string } | null }) {
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  return (
    <Show when={props.url} fallback={<span lang={lang(props.title)}>{say(props.title)}</span>}>
      {(url) => (
        <a href={url()[page.locale]} lang={lang(props.title)}>
          {say(props.title)}
        </a>
      )}
    </Show>
  );
}
