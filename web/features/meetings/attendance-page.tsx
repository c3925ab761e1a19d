import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { registerPath } from "../../../server/features/open-data/register-paths.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { ChoiceFilter, FilterForm, FilterRefusal } from "../../ui/filters.tsx";
import { Page } from "../../ui/page.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import { getAttendance, type ShownAttendance, type ShownMember } from "./attendance-query.ts";
import { AttendanceStrip } from "./attendance-strip.tsx";

const path = registerPath("attendance");

/** The register of attendance: how often each member came in a year, meeting by meeting. */
export default function AttendancePage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("meetings");
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const answer = createAsync(() => getAttendance(query(), locale));
  return (
    <Page
      title={t("attendance_register")}
      description={t("attendance_text")}
      crumbs={crumbsTo(elementByCode("I.8.1"), locale)}
      lead={<p>{t("attendance_text")}</p>}
    >
      <Show when={answer()?.problem}>{(problem) => <FilterRefusal problem={problem()} />}</Show>
      <Show when={answer()?.attendance}>
        {(found) => (
          <Show
            when={found().years.length > 0}
            fallback={
              <EmptyState title={t("attendance_empty")}>
                <p>{t("attendance_empty_text")}</p>
              </EmptyState>
            }
          >
            <OfYear attendance={found()} chosen={new URLSearchParams(query())} />
          </Show>
        )}
      </Show>
    </Page>
  );
}

function OfYear(props: { attendance: ShownAttendance; chosen: URLSearchParams }) {
  const { locale } = usePage();
  const t = useT("meetings");
  const collections = useT("collections");
  const { say } = useLocalized();
  const links = useRegisterLinks();
  const found = () => props.attendance;
  const shown = () => new URLSearchParams({ year: String(found().year ?? ""), body: found().body ?? "" });
  const body = () => found().bodies.find(({ slug }) => slug === found().body);
  return (
    <>
      <FilterForm path={path[locale]} chosen={props.chosen}>
        <ChoiceFilter
          name="year"
          label={collections("filter_year")}
          options={found().years.map((value) => ({ value, label: value }))}
          chosen={shown()}
        />
        <ChoiceFilter
          name="body"
          label={t("body")}
          options={found().bodies.map(({ slug, name }) => ({ value: slug, label: say(name) }))}
          chosen={shown()}
        />
      </FilterForm>
      <div class="found">
        <h2 aria-live="polite">
          <Show when={found().days.length > 0} fallback={collections("nothing_found")}>
            {say(body()?.name)}, {found().year}: {t("count", { count: found().days.length })}
          </Show>
        </h2>
      </div>
      <Show when={found().members.length > 0}>
        <Members attendance={found()} />
        <Exports links={links(path[locale], `?${shown()}`)} />
      </Show>
    </>
  );
}

function Members(props: { attendance: ShownAttendance }) {
  const t = useT("meetings");
  const came = (member: ShownMember) => t("present_of", { present: member.present, members: member.meetings });
  const columns: Column<ShownMember>[] = [
    {
      label: t("column_member"),
      cell: (member) => (
        <Show when={member.path} fallback={member.name}>
          {(address) => (
            <a link href={address()}>
              {member.name}
            </a>
          )}
        </Show>
      ),
    },
    { label: t("attendance.present"), numeric: true, cell: came },
    { label: t("attendance.late"), numeric: true, cell: (member) => member.late },
    { label: t("attendance.absent_with_reason"), numeric: true, cell: (member) => member.absentWithReason },
    { label: t("attendance.absent"), numeric: true, cell: (member) => member.absent },
    {
      label: t("column_strip"),
      cell: (member) => <AttendanceStrip strip={member.strip} days={props.attendance.days} label={came(member)} />,
    },
  ];
  return <RegisterTable caption={t("attendance_register")} columns={columns} rows={props.attendance.members} />;
}
