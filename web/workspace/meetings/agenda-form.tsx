import { For, onMount, Show } from "solid-js";
import type { MeetingHead } from "../../../server/features/meetings/desk/desk-meeting.ts";
import type { AgendaItemShown } from "../../../server/features/meetings/desk/overview.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Warnings } from "../documents/warnings.tsx";
import { Form } from "../ui/form.tsx";
import { movable } from "./agenda-script.ts";
import { ItemDrop } from "./item-drop.tsx";
import { useDeskPath } from "./meeting-line.tsx";
import { ReasonFields } from "./reason-fields.tsx";

interface AgendaFormProps {
  meeting: MeetingHead;
  items: readonly AgendaItemShown[];
  /** Whether the pages of its items may be opened. */
  opens: boolean;
  /** Whether it may still be put in another order. */
  movable: boolean;
  /** Whether files are dropped on its items. */
  drops: boolean;
  /** Whether results can be entered. */
  results: boolean;
}

/** The agenda in its order: each item with its papers and the buttons that move it. */
export function AgendaForm(props: AgendaFormProps) {
  const t = useT("desk");
  const path = useDeskPath();
  let list: HTMLOListElement | undefined;
  onMount(() => {
    const form = list?.closest("form");
    if (form && props.movable) movable(form);
  });
  return (
    <Show when={props.items.length > 0} fallback={<EmptyState title={t("agenda_none")} rank="h3" />}>
      <Form name="agenda" class="agenda-form" action={path("agenda", { id: props.meeting.id })} label={t("agenda")}>
        <Show when={props.movable && props.items.length > 1}>
          <ReasonFields meeting={props.meeting} />
          <p class="hint wide-screen">
            {t("moves_hint")} {props.drops && t("papers_drop_hint")}
          </p>
          <p class="hint touch-screen">{t("moves_hint_touch")}</p>
        </Show>
        <ol class="agenda-desk" ref={list}>
          <For each={props.items}>{(item) => <Item {...props} item={item} />}</For>
        </ol>
      </Form>
    </Show>
  );
}

const moves = ["up", "down", "in", "out"] as const;

function Item(props: AgendaFormProps & { item: AgendaItemShown }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { say, lang } = useLocalized();
  const { item, meeting } = props;
  const parts = { id: meeting.id, item: item.id };
  return (
    <li
      id={`item-${item.id}`}
      tabindex="-1"
      data-number={item.number}
      classList={{ "sub-item": item.depth === 2, "deep-item": item.depth === 3 }}
    >
      <b class="number" classList={{ handle: props.movable }} title={props.movable ? t("drag") : undefined}>
        {item.number}
      </b>
      <div>
        <Show when={props.opens} fallback={<span lang={lang(item.title)}>{say(item.title)}</span>}>
          <a href={path("item", parts)} lang={lang(item.title)}>
            {say(item.title)}
          </a>
        </Show>
        <p class="stamp">
          <span>{item.kind}</span>
          <Show when={item.protocolNumber}>{(number) => <span>{t("protocol", { number: number() })}</span>}</Show>
          <Show when={item.draftTitle}>{(draft) => <span lang={lang(draft())}>{say(draft())}</span>}</Show>
          <span>{t("documents", { count: item.papers.length })}</span>
          <Show when={item.result}>{(result) => <span class={`tag ${item.resultTag}`}>{result()}</span>}</Show>
          <Show when={item.isAddedLater}>
            <span class="tag warn">{t("added_later")}</span>
          </Show>
        </p>
        <Show when={item.papers.length > 0}>
          <ul class="item-papers small">
            <For each={item.papers}>
              {(paper) => (
                <li>
                  <a href={paper.url} lang={lang(paper.title)}>
                    {say(paper.title)}
                  </a>{" "}
                  <span class="soft">{paper.role}</span>{" "}
                  <Show when={paper.isLate}>
                    <span class="tag warn">{t("late")}</span>
                  </Show>{" "}
                  <Warnings document={paper.warnings} />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.drops}>
          <ItemDrop
            number={item.number}
            action={path("itemPapers", parts)}
            after={`${path("meeting", { id: meeting.id })}?done=papers#item-${item.id}`}
          />
        </Show>
        <Show when={props.results}>
          <p class="small">
            <a href={path("result", parts)}>
              {t("enter_result")}
              <span class="hidden-visually"> {item.number}</span>
            </a>
          </p>
        </Show>
      </div>
      <Show when={props.movable}>
        <p class="moves">
          <For each={moves.filter((move) => item.moves[move])}>
            {(move) => (
              <button
                type="submit"
                name="move"
                value={`${move}:${item.id}`}
                aria-label={t(`move_${move}_of`, { number: item.number })}
              >
                {t(`move_${move}`)}
              </button>
            )}
          </For>
        </p>
      </Show>
    </li>
  );
}
