import { For, Show } from "solid-js";
import { type PartCode, parts, sections } from "../../../server/features/elements/catalogue.shared.ts";
import { boardPaths } from "../../../server/features/readiness/readiness.paths.shared.ts";
import type { Board } from "../../../server/features/readiness/readiness.schema.ts";
import type { ShownRow } from "../../../server/features/readiness/readiness.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceFilter, FilterForm } from "../../ui/filters.tsx";
import { type Readiness, ReadinessTag } from "../../ui/readiness-tag.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Hidden } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { StepList } from "./step-list.tsx";

interface BoardData extends Omit<Board, "rows"> {
  rows: readonly ShownRow[];
  query: string;
  tally: Record<Readiness, number>;
  disagreements: number;
  overdue: number;
  mayShow: boolean;
}
const order: readonly Readiness[] = ["full", "partial", "none"];

/** All 81 elements: computed, judged by the council, planned; narrowed by the address. */
export default function BoardPage(props: { data: BoardData }) {
  const t = useT("board");
  const common = useT();
  const { page } = useWorkspace();
  const chosen = () => new URLSearchParams(props.data.query);
  const ofPart = (part: PartCode) => props.data.rows.filter((row) => row.part === part);
  return (
    <Page title={t("title")} lead={t("lead")} wide done={{ shown: t("done_shown"), hidden: t("done_hidden") }}>
      <div class="board">
        <ul class="tally">
          <For each={order}>
            {(level) => (
              <li>
                <b>{props.data.tally[level]}</b>
                <ReadinessTag readiness={level} />
              </li>
            )}
          </For>
        </ul>
        <ul class="board-links">
          <li>
            <a href={`${boardPaths.board[page.locale]}?differs=1`}>
              {t("disagreements", { count: props.data.disagreements })}
            </a>
          </li>
          <li>
            <a href={`${boardPaths.board[page.locale]}?overdue=1`}>{t("late_steps", { count: props.data.overdue })}</a>
          </li>
          <li>
            <a href={boardPaths.form[page.locale]}>{t("print")}</a>
          </li>
          <li>
            <a href={boardPaths.workbook[page.locale]}>{t("download")}</a>
          </li>
        </ul>
      </div>
      <form class="switch" method="post" action={boardPaths.show[page.locale]}>
        <p>{props.data.isPublic ? t("public_now") : t("private_now")}</p>
        <Show when={props.data.mayShow}>
          <Show when={!props.data.isPublic}>
            <Hidden name="isPublic" value="1" />
          </Show>
          <button class="button plain" type="submit">
            {props.data.isPublic ? t("hide") : t("show")}
          </button>
        </Show>
      </form>
      <FilterForm path={boardPaths.board[page.locale]} chosen={chosen()}>
        <ChoiceFilter
          name="part"
          label={t("part")}
          chosen={chosen()}
          options={parts.map(({ code, title }) => ({ value: code, label: `${code}. ${title[page.locale]}` }))}
        />
        <ChoiceFilter
          name="level"
          label={t("level")}
          chosen={chosen()}
          options={order.map((level) => ({ value: level, label: common(`readiness.${level}`) }))}
        />
        <ChoiceFilter
          name="differs"
          label={t("differs")}
          chosen={chosen()}
          options={[{ value: "1", label: t("differs_yes") }]}
          any={t("all_elements")}
        />
        <ChoiceFilter
          name="overdue"
          label={t("overdue")}
          chosen={chosen()}
          options={[{ value: "1", label: t("overdue_yes") }]}
          any={t("all_elements")}
        />
        <ChoiceFilter
          name="responsible"
          label={t("responsible")}
          chosen={chosen()}
          options={[
            ...props.data.responsible.map((name) => ({ value: name, label: name })),
            { value: "-", label: t("nobody") },
          ]}
        />
      </FilterForm>
      <p class="count" role="status">
        {t("found", { count: props.data.rows.length })}
      </p>
      <Show when={props.data.rows.length > 0} fallback={<EmptyState title={t("nothing")} rank="h2" />}>
        <div class="stack">
          <For each={parts.filter(({ code }) => ofPart(code).length > 0)}>
            {(part) => (
              <section aria-labelledby={`part-${part.code}`}>
                <h2 id={`part-${part.code}`}>
                  {part.code}. {part.title[page.locale]}
                </h2>
                <BoardTable caption={part.title[page.locale]} rows={ofPart(part.code)} />
              </section>
            )}
          </For>
        </div>
      </Show>
    </Page>
  );
}

const sectionTitles = new Map(sections.map(({ code, title }) => [code, title]));

function BoardTable(props: { caption: string; rows: readonly ShownRow[] }) {
  const t = useT("board");
  const { page } = useWorkspace();
  return (
    <RegisterTable
      caption={props.caption}
      rows={props.rows}
      columns={[
        {
          label: t("element"),
          cell: (row: ShownRow) => (
            <>
              <a href={fillPath(boardPaths.one, { code: row.code })[page.locale]}>{row.short}</a>
              <small>
                {row.code} · {sectionTitles.get(row.section)?.[page.locale]}
              </small>
            </>
          ),
        },
        {
          label: t("computed"),
          cell: ({ computed }) => (
            <>
              <ReadinessTag readiness={computed.level} />
              <small>{computed.reason}</small>
            </>
          ),
        },
        {
          label: t("own"),
          cell: ({ own, disagrees }) => (
            <Show when={own} fallback={<span class="soft">{t("own_none")}</span>}>
              {(judged) => (
                <>
                  <ReadinessTag readiness={judged().level} />
                  <Show when={disagrees}>
                    <span class="differs">{t("disagrees")}</span>
                  </Show>
                </>
              )}
            </Show>
          ),
        },
        { label: t("steps"), cell: ({ steps }) => <StepList steps={steps} /> },
        { label: t("comments"), numeric: true, cell: ({ comments }) => comments },
        {
          label: t("place"),
          cell: ({ place, short }) => (
            <a href={place.path} aria-label={`${t(`place_${place.kind}`)}: ${short}`}>
              {t(`place_${place.kind}`)}
            </a>
          ),
        },
      ]}
    />
  );
}
