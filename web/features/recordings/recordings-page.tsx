import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { meetingKinds } from "../../../server/features/meetings/meetings.shared.ts";
import { registerPath } from "../../../server/features/open-data/register-paths.shared.ts";
import { clockOf } from "../../../server/features/recordings/chapters.shared.ts";
import type { RecordingList } from "../../../server/features/recordings/recordings.schema.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useFeed } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import {
  ChoiceFilter,
  FilterForm,
  type FilterProps,
  FilterRefusal,
  isFiltered,
  TextFilter,
} from "../../ui/filters.tsx";
import { formatDay } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { getRecordings, type ShownRow } from "./recordings-query.ts";

/** A handful needs no filters. */
const fewest = 4;

/** The video library: the recordings of all meetings, the latest first. */
export default function RecordingsPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("recordings");
  const collections = useT("collections");
  const links = useRegisterLinks();
  const element = elementByCode("V.1.3");
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getRecordings(query()));
  const description = useElement(() => element.code);
  const list = () => answer()?.list;
  const feed = `${element.path[locale]}.atom`;
  if (import.meta.env.SSR) useFeed(() => ({ title: element.short[locale], href: feed }));
  const address = (page: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page > 1) wanted.set("page", String(page));
    return `${element.path[locale]}${wanted.size > 0 ? `?${wanted}` : ""}`;
  };
  const exported = () => {
    const wanted = chosen();
    wanted.delete("page");
    const rows = links(registerPath("recordings")[locale], wanted.size > 0 ? `?${wanted}` : "");
    return [...rows, { href: feed, name: collections("export_atom") }];
  };
  return (
    <ElementPage
      element={element}
      description={description()}
      isFilled={(list()?.total ?? 0) > 0 || isFiltered(chosen())}
    >
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            <Filters chosen={chosen()} facets={undefined} wrong={refusal().fields?.map(({ path }) => path) ?? []} />
          </>
        )}
      </Show>
      <Show when={list()}>
        {(found) => (
          <Show when={found().total > 0 || isFiltered(chosen())}>
            <Show when={found().total >= fewest || isFiltered(chosen())}>
              <Filters chosen={chosen()} facets={found().facets} />
            </Show>
            <div class="found">
              <h2 aria-live="polite">
                {found().total > 0 ? t("count", { count: found().total }) : collections("nothing_found")}
              </h2>
              <Show when={found().pages > 1}>
                <span class="count">{collections("page_of", { page: found().page, pages: found().pages })}</span>
              </Show>
            </div>
            <Show when={found().total > 0} fallback={<p class="aside">{collections("nothing_found_text")}</p>}>
              <Table recordings={found().items} caption={element.short[locale]} />
              <Pagination page={found().page} pages={found().pages} address={address} />
              <Exports links={exported()} />
            </Show>
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}

/** Narrows the library. What would find nothing is not offered. */
function Filters(props: FilterProps & { facets: RecordingList["facets"] | undefined }) {
  const t = useT("recordings");
  const meetings = useT("meetings");
  const collections = useT("collections");
  const { locale } = usePage();
  const { say } = useLocalized();
  const common = () => ({ chosen: props.chosen, wrong: props.wrong ?? [] });
  const kinds = () =>
    props.facets?.kinds
      .toSorted((one, other) => meetingKinds.indexOf(one.value) - meetingKinds.indexOf(other.value))
      .map(({ value, count }) => ({ value, count, label: meetings(`kind.${value}`) }));
  return (
    <FilterForm path={elementByCode("V.1.3").path[locale]} chosen={props.chosen}>
      <TextFilter name="q" label={t("words")} wide {...common()} />
      <ChoiceFilter
        name="year"
        label={collections("filter_year")}
        options={props.facets?.years.map(({ value, count }) => ({ value, count, label: value }))}
        {...common()}
      />
      <ChoiceFilter
        name="body"
        label={t("filter_body")}
        options={props.facets?.bodies.map(({ value, count, name }) => ({ value, count, label: say(name) }))}
        {...common()}
      />
      <ChoiceFilter name="kind" label={t("filter_kind")} options={kinds()} {...common()} />
    </FilterForm>
  );
}

function Table(props: { recordings: readonly ShownRow[]; caption: string }) {
  const t = useT("recordings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const columns: Column<ShownRow>[] = [
    {
      label: t("column_recording"),
      cell: (recording) => (
        <a href={recording.url[locale]}>
          {formatDay(recording.day)} · <span lang={lang(recording.name)}>{say(recording.name)}</span>
        </a>
      ),
    },
    {
      label: t("column_length"),
      numeric: true,
      cell: ({ duration }) => (duration === null ? undefined : clockOf(duration)),
    },
    { label: t("column_chapters"), numeric: true, cell: ({ chapters }) => chapters || undefined },
    {
      label: t("column_captions"),
      cell: ({ captions }) => captions.map((language) => t(`language.${language}`)).join(", ") || undefined,
    },
    { label: t("column_lies"), cell: ({ lies }) => t(`lies.${lies}`) },
  ];
  return <RegisterTable caption={props.caption} columns={columns} rows={props.recordings} />;
}
