import { For, type JSX, Show } from "solid-js";
import type { MeetingHead } from "../../../server/features/meetings/desk/desk-meeting.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceFilter, FilterForm, isFiltered, TextFilter } from "../../ui/filters.tsx";
import { formatDay } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { StageTag, useDeskPath, useWhen } from "./meeting-line.tsx";

interface Waits {
  what: "minutes" | "closing" | "outcome" | "notice";
  until: string | null;
  isLate: boolean;
}
interface MeetingsData {
  rights: { edit: boolean };
  waiting: readonly (MeetingHead & { waits: Waits })[];
  ahead: readonly MeetingHead[];
  found: readonly MeetingHead[];
  total: number;
  page: number;
  pages: number;
  years: readonly number[];
  bodies: readonly { slug: string; name: LocalizedText }[];
  stages: readonly { value: string; label: string }[];
  asked: Record<string, string | number | null>;
}

export default function MeetingsPage(props: { data: MeetingsData }) {
  const t = useT("desk");
  const { page } = useWorkspace();
  return (
    <Page title={t("title")} wide done={{ binned: t("done_binned") }}>
      <Show when={props.data.rights.edit}>
        <p class="buttons">
          <a class="button" href={deskPaths.create[page.locale]}>
            {t("new")}
          </a>
          <a class="button plain" href={deskPaths.templates[page.locale]}>
            {t("templates")}
          </a>
        </p>
      </Show>
      <Show when={props.data.waiting.length > 0}>
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t("waiting")}</h2>
          <ShortList rows={props.data.waiting} row={(meeting) => <Waiting meeting={meeting} />} />
        </section>
      </Show>
      <section aria-labelledby="ahead">
        <h2 id="ahead">{t("ahead")}</h2>
        <Show when={props.data.ahead.length > 0} fallback={<EmptyState title={t("ahead_none")} rank="h3" />}>
          <ShortList rows={props.data.ahead} row={(meeting) => <Ahead meeting={meeting} />} />
        </Show>
      </section>
      <All data={props.data} />
    </Page>
  );
}

const firstRows = 6;

/** The first ones; the others open at a press. */
function ShortList<Row>(props: { rows: readonly Row[]; row: (row: Row) => JSX.Element }) {
  const t = useT("desk");
  const others = () => props.rows.slice(firstRows);
  return (
    <>
      <ul class="due-list">
        <For each={props.rows.slice(0, firstRows)}>{props.row}</For>
      </ul>
      <Show when={others().length > 0}>
        <details class="more">
          <summary>{t("others", { count: others().length })}</summary>
          <ul class="due-list">
            <For each={others()}>{props.row}</For>
          </ul>
        </details>
      </Show>
    </>
  );
}

function MeetingLink(props: { meeting: MeetingHead; to?: "meeting" | "notice" }) {
  const path = useDeskPath();
  const { say, lang } = useLocalized();
  return (
    <a href={path(props.to ?? "meeting", { id: props.meeting.id })} lang={lang(props.meeting.name)}>
      {say(props.meeting.name)}
    </a>
  );
}

function Waiting(props: { meeting: MeetingHead & { waits: Waits } }) {
  const t = useT("desk");
  const when = useWhen();
  const waits = () => props.meeting.waits;
  const sentence = () => {
    const { what, until, isLate } = waits();
    if (what !== "notice") return t(`waits.${what}`);
    if (until === null) return t("waits.notice");
    return t(isLate ? "notice_late" : "notice_until", { date: formatDay(until) });
  };
  return (
    <li>
      <time datetime={props.meeting.startsAt}>{when(props.meeting)}</time>
      <MeetingLink meeting={props.meeting} to={waits().what === "notice" ? "notice" : "meeting"} />
      <span class={`tag ${waits().isLate ? "bad" : "warn"}`}>{sentence()}</span>
    </li>
  );
}

function Ahead(props: { meeting: MeetingHead }) {
  const when = useWhen();
  return (
    <li>
      <time datetime={props.meeting.startsAt}>{when(props.meeting)}</time>
      <MeetingLink meeting={props.meeting} />
      <StageTag meeting={props.meeting} />
    </li>
  );
}

function All(props: { data: MeetingsData }) {
  const t = useT("desk");
  const { page } = useWorkspace();
  const when = useWhen();
  const { say } = useLocalized();
  const path = deskPaths.list[page.locale];
  const chosen = () => {
    const asked = Object.entries(props.data.asked).filter(([, value]) => value !== null);
    return new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  };
  const address = (number: number) => {
    const query = chosen();
    query.set("page", String(number));
    return `${path}?${query}#all`;
  };
  return (
    <section aria-labelledby="all">
      <h2 id="all">{t("all")}</h2>
      <FilterForm path={path} chosen={chosen()}>
        <TextFilter name="q" label={t("words")} chosen={chosen()} wide />
        <ChoiceFilter
          name="body"
          label={t("body")}
          chosen={chosen()}
          options={props.data.bodies.map(({ slug, name }) => ({ value: slug, label: say(name) }))}
        />
        <ChoiceFilter
          name="year"
          label={t("year")}
          chosen={chosen()}
          options={props.data.years.map((year) => ({ value: year, label: String(year) }))}
        />
        <ChoiceFilter name="stage" label={t("stage")} chosen={chosen()} options={props.data.stages} />
      </FilterForm>
      <Show
        when={props.data.found.length > 0}
        fallback={<EmptyState title={t(isFiltered(chosen()) ? "found_none" : "none")} rank="h3" />}
      >
        <p class="count">{t("found", { count: props.data.total })}</p>
        <RegisterTable
          caption={t("all")}
          rows={props.data.found}
          columns={[
            { label: t("meeting"), cell: (meeting) => <MeetingLink meeting={meeting} /> },
            { label: t("when_column"), cell: (meeting) => when(meeting) },
            { label: t("stage"), cell: (meeting) => <StageTag meeting={meeting} /> },
          ]}
        />
        <Pagination page={props.data.page} pages={props.data.pages} address={address} />
      </Show>
    </section>
  );
}
