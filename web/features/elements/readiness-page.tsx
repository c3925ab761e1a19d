import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import {
  type CatalogueElement,
  elementByCode,
  elements,
  elementsOf,
  type Part,
  parts,
  sectionsOf,
} from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { type Readiness, ReadinessTag } from "../../ui/readiness-tag.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { ElementPage, useElement } from "./element-frame.tsx";
import { getBoard, getPlan, type ShownPlan } from "./elements-query.ts";
import { OwnJudgement, PlannedSteps } from "./planned.tsx";
import { ReadinessStrip } from "./readiness-strip.tsx";

type Board = Awaited<ReturnType<typeof getBoard>>;
const order: readonly Readiness[] = ["full", "partial", "none"];

/** How complete the site is: each of the elements, how much of it is here, and why. */
export default function ReadinessPage() {
  const t = useT("elements");
  const { locale } = usePage();
  const element = elementByCode("B.I.2");
  const description = useElement(() => element.code);
  const board = createAsync(() => getBoard(locale));
  const plan = createAsync(() => getPlan());
  const count = (state: Readiness) =>
    Object.values(board() ?? {}).filter(({ readiness }) => readiness === state).length;
  return (
    <Show when={board()}>
      {(all) => (
        <ElementPage element={element} description={description()} isFilled>
          <div class="board">
            <ul class="tally">
              <For each={order}>
                {(state) => (
                  <li>
                    <b>{count(state)}</b>
                    <ReadinessTag readiness={state} />
                  </li>
                )}
              </For>
            </ul>
            <ReadinessStrip states={elements.map(({ code }) => all()[code].readiness)} />
          </div>
          <Show when={plan()}>
            <p>{t("plan_lead")}</p>
          </Show>
          <div class="stack">
            <For each={parts}>{(part) => <BoardOfPart part={part} board={all()} plan={plan() ?? null} />}</For>
          </div>
          <p class="exports">
            <span>{t("board_data")}</span>
            <a href="/api/v1/elements">JSON</a>
          </p>
        </ElementPage>
      )}
    </Show>
  );
}

function BoardOfPart(props: { part: Part; board: Board; plan: ShownPlan | null }) {
  const t = useT("elements");
  const { locale } = usePage();
  const inPart = () => sectionsOf(props.part.code).flatMap(({ code }) => elementsOf(code));
  const fully = () => inPart().filter(({ code }) => props.board[code].readiness === "full").length;
  const planned = (): Column<CatalogueElement>[] =>
    props.plan
      ? [
          {
            label: t("plan_own"),
            cell: ({ code }) => <OwnJudgement own={props.plan![code]?.own} computed={props.board[code].readiness} />,
          },
          { label: t("plan_steps"), cell: ({ code }) => <PlannedSteps steps={props.plan![code]?.steps} /> },
        ]
      : [];
  return (
    <section aria-labelledby={`part-${props.part.code}`}>
      <div class="bar">
        <h2 id={`part-${props.part.code}`}>{props.part.title[locale]}</h2>
        <span>{t("board_part", { full: fully(), all: inPart().length })}</span>
      </div>
      <RegisterTable
        caption={props.part.title[locale]}
        rows={inPart()}
        columns={[
          {
            label: t("board_element"),
            cell: (element: CatalogueElement) => (
              <a link href={element.path[locale]}>
                {element.short[locale]}
              </a>
            ),
          },
          { label: t("board_code"), cell: (element) => element.code },
          {
            label: t("board_state"),
            cell: (element) => <ReadinessTag readiness={props.board[element.code].readiness} />,
          },
          { label: t("board_reason"), cell: (element) => props.board[element.code].reason },
          ...planned(),
        ]}
      />
    </section>
  );
}
