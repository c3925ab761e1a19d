import { For, Show } from "solid-js";
import { elementsOf, parts, sectionsOf } from "../../../server/features/elements/catalogue.shared.ts";
import { boardPaths } from "../../../server/features/readiness/readiness.paths.shared.ts";
import type { Step } from "../../../server/features/readiness/readiness.schema.ts";
import { type Horizon, horizons } from "../../../server/features/readiness/readiness.shared.ts";
import type { ShownRow } from "../../../server/features/readiness/readiness.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay, formatInstantDay } from "../../ui/format.ts";
import type { Readiness } from "../../ui/readiness-tag.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

interface FormData {
  today: string;
  site: string;
  years: Record<Horizon, string>;
  rows: readonly ShownRow[];
  comments: readonly { element: string; text: string; by: string; at: string }[];
}
const levels: readonly Readiness[] = ["none", "partial", "full"];
const ofLevels = ["is-none", "is-level", "is-level"];
/** Of each column, whatever is written in it: what a council has yet to fill in by hand has room too. */
const widths = ["is-code", "is-text", ...ofLevels, "is-text", ...ofLevels, "is-step", "is-step", "is-comment"];

/** The councils' paper form, filled: A4 landscape, its headings on every page, marks instead of colours. */
export default function FormPage(props: { data: FormData }) {
  const t = useT("board");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const rows = new Map(props.data.rows.map((row) => [row.code, row]));
  return (
    <Page title={t("form_title")} wide>
      <p class="form-of">
        <b>{page.council && say(page.council.names.council)}</b>
        <span>{t("form_as_of", { day: formatDay(props.data.today), site: props.data.site })}</span>
      </p>
      <p class="on-screen">
        {t("print_hint")} <a href={boardPaths.workbook[page.locale]}>{t("download")}</a>
      </p>
      {/* What is wider than the screen is pulled by keys too. */}
      <section class="scrolls" tabindex="0" aria-label={t("form_title")}>
        <table class="council-form">
          <caption class="hidden-visually">{t("form_title")}</caption>
          <colgroup>
            <For each={widths}>{(width) => <col class={width} />}</For>
          </colgroup>
          <thead>
            <tr>
              <th scope="col" rowspan="2">
                {t("form_number")}
              </th>
              <th scope="col" rowspan="2">
                {t("form_element")}
              </th>
              <th scope="colgroup" colspan="4">
                {t("form_state")}
              </th>
              <th scope="colgroup" colspan="3">
                {t("form_own")}
              </th>
              <th scope="colgroup" colspan="2">
                {t("form_plan")}
              </th>
              <th scope="col" rowspan="2">
                {t("form_comments")}
              </th>
            </tr>
            <tr>
              <Levels />
              <th scope="col">{t("form_reason")}</th>
              <Levels />
              <th scope="col">{t("form_short", { years: props.data.years.short })}</th>
              <th scope="col">{t("form_mid", { years: props.data.years.mid })}</th>
            </tr>
          </thead>
          <tbody>
            <For each={parts}>
              {(part) => (
                <>
                  <tr class="part">
                    <th scope="rowgroup">{part.code}</th>
                    <th scope="rowgroup" colspan={widths.length - 1}>
                      {part.title[page.locale]}
                    </th>
                  </tr>
                  <For each={sectionsOf(part.code)}>
                    {(section) => (
                      <>
                        <tr class="section">
                          <th scope="rowgroup">{section.code}</th>
                          <th scope="rowgroup" colspan={widths.length - 1}>
                            {section.title[page.locale]}
                          </th>
                        </tr>
                        <For each={elementsOf(section.code)}>
                          {({ code }) => <ElementRow row={rows.get(code)!} comments={props.data.comments} />}
                        </For>
                      </>
                    )}
                  </For>
                </>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Page>
  );
}

function Levels() {
  const t = useT("board");
  return (
    <>
      <th scope="col" class="level">
        {t("form_none")}
      </th>
      <th scope="col" class="level">
        {t("form_partial")}
      </th>
      <th scope="col" class="level">
        {t("form_full")}
      </th>
    </>
  );
}

const Marks = (props: { level: Readiness | undefined }) => (
  <For each={levels}>{(level) => <td class="mark">{level === props.level ? "X" : ""}</td>}</For>
);

function ElementRow(props: { row: ShownRow; comments: FormData["comments"] }) {
  const t = useT("board");
  const { say, lang } = useLocalized();
  const said = () => props.comments.filter(({ element }) => element === props.row.code);
  return (
    <tr>
      <td>{props.row.code}</td>
      <th scope="row">
        {props.row.title}
        <Show when={props.row.own?.note}>
          {(note) => (
            <small>
              {t("form_note")}: <span lang={lang(note())}>{say(note())}</span>
            </small>
          )}
        </Show>
      </th>
      <Marks level={props.row.computed.level} />
      <td>{props.row.computed.reason}</td>
      <Marks level={props.row.own?.level} />
      <For each={horizons}>{(horizon) => <td>{<StepCell step={props.row.steps[horizon]} />}</td>}</For>
      <td>
        <For each={said()}>
          {({ text, by, at }) => (
            <p>
              {formatInstantDay(at)}, {by}: {text}
            </p>
          )}
        </For>
      </td>
    </tr>
  );
}

function StepCell(props: { step: Step | null }) {
  const t = useT("board");
  const { say, lang } = useLocalized();
  return (
    <Show when={props.step}>
      {(step) => (
        <>
          <p lang={lang(step().text)}>{say(step().text)}</p>
          <p>
            {t("form_due")} {formatDay(step().dueOn)}
            {step().responsible ? `, ${step().responsible}` : ""}
          </p>
          <Show when={step().doneOn}>{(day) => <p>{t("form_done", { day: formatDay(day()) })}</p>}</Show>
          <Show when={step().isOverdue}>
            <p>
              <b>{t("form_overdue")}</b>
            </p>
          </Show>
        </>
      )}
    </Show>
  );
}
