import { For, Show } from "solid-js";
import type { ItemNow, LiveItem, LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { ResultTag } from "../meetings/stage-tag.tsx";
import type { Wishes } from "./tell-me.ts";

const unbegun: ItemNow = { state: "waiting", since: null, result: null };

/** The agenda from top to bottom: what is done, where the meeting is, what is still to come. */
export function Progress(props: { live: LiveMeeting; wishes: Wishes }) {
  const t = useT("following");
  const items = () => props.live.meeting.items;
  const stateOf = (id: string) => props.live.now.items[id] ?? unbegun;
  const isDone = ({ state, result }: ItemNow) => state === "ended" || (result !== null && state !== "discussed");
  const done = () => items().filter(({ id }) => isDone(stateOf(id))).length;
  const canWait = () => props.wishes.isReady() && props.live.now.phase !== "closed";
  return (
    <section aria-labelledby="live-agenda">
      <div class="bar">
        <h2 id="live-agenda">{t("agenda")}</h2>
        <span>{t("progress", { done: done(), all: items().length })}</span>
      </div>
      <ol class="live-agenda">
        <For each={items()}>
          {(item) => (
            <Line
              item={item}
              now={stateOf(item.id)}
              isCurrent={props.live.now.current === item.id}
              wishes={props.wishes}
              canWait={canWait()}
            />
          )}
        </For>
      </ol>
      <Show when={props.wishes.any()}>
        <p class="soft small">{t("tell_text")}</p>
      </Show>
    </section>
  );
}

interface LineProps {
  item: LiveItem;
  now: ItemNow;
  isCurrent: boolean;
  canWait: boolean;
  wishes: Wishes;
}

function Line(props: LineProps) {
  const t = useT("following");
  const { say, lang } = useLocalized();
  const isToCome = () => props.now.state === "waiting" && props.now.result === null;
  return (
    <li
      class={props.isCurrent ? "is-current" : isToCome() ? undefined : "is-done"}
      classList={{ "sub-item": props.item.depth > 1 }}
      aria-current={props.isCurrent ? "step" : undefined}
    >
      <span class="live-at" aria-hidden="true">
        {props.item.number}
      </span>
      <div>
        <span class="hidden-visually">{props.item.number}. </span>
        <span lang={lang(props.item.title)}>{say(props.item.title)}</span>
        <p class="stamp">
          <Show
            when={props.now.result}
            fallback={
              <Show when={!isToCome()}>
                <span class={`tag ${props.isCurrent ? "on-air" : "none"}`}>{t(`item.${props.now.state}`)}</span>
              </Show>
            }
          >
            {(result) => <ResultTag result={result()} />}
          </Show>
          <Show when={isToCome() && props.canWait}>
            <button
              type="button"
              class="live-tell"
              aria-pressed={props.wishes.isWished(props.item.id)}
              aria-label={t("tell_label", { number: props.item.number })}
              onClick={() => props.wishes.toggle(props.item.id)}
            >
              {t(props.wishes.isWished(props.item.id) ? "told" : "tell_me")}
            </button>
          </Show>
        </p>
      </div>
    </li>
  );
}
