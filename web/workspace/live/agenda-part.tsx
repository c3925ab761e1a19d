import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { ConsoleSheet } from "../../../server/features/live/console-view.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { newId, useConsole } from "./console.ts";
import { elapsed, spentOn } from "./elapsed.ts";
import { StepButton } from "./small.tsx";

const tags = { waiting: "none", discussed: "wait", paused: "warn", ended: "good" } as const;

/** The agenda with where it stands; any item can be begun, and one that will not be is put off. */
export function AgendaPart() {
  const t = useT("sitting");
  const { locale } = usePage();
  const { sheet, state, isRunner } = useConsole();
  const [isAdding, add] = createSignal(false);
  const done = () => sheet().items.filter(({ id }) => state().items.get(id)?.state === "ended").length;
  return (
    <section class="console-agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title" class="hidden-visually">
        {t("agenda")}
      </h2>
      <p class="soft">
        {t("agenda_done", { done: done(), all: sheet().items.length })}
        <Show when={state().agendaApproved}> · {t("agenda_is_approved")}</Show>
      </p>
      <ol>
        <For each={sheet().items}>{(item) => <Item item={item} />}</For>
      </ol>
      <Show when={isRunner && state().phase !== "closed"}>
        <Show
          when={isAdding()}
          fallback={
            <p class="moves">
              <StepButton look="quiet" disabled={Boolean(state().vote)} onPress={() => add(true)}>
                {t("item_add")}
              </StepButton>
              <a
                class="quiet-button"
                href={`${fillPath(deskPaths.meeting, { id: sheet().meeting.id })[locale]}#agenda`}
              >
                {t("agenda_desk")}
              </a>
            </p>
          }
        >
          <ItemAdding onDone={() => add(false)} />
        </Show>
      </Show>
    </section>
  );
}

function Item(props: { item: ConsoleSheet["items"][number] }) {
  const t = useT("sitting");
  const { say, lang } = useLocalized();
  const { state, take, now, isRunner } = useConsole();
  const own = () => state().items.get(props.item.id);
  const last = () => state().votes.findLast(({ itemId }) => itemId === props.item.id);
  const isFree = () => isRunner && state().phase === "open" && Boolean(state().roll) && !state().vote;
  const said = () => {
    const ending = own()?.ending;
    if (ending) return t(`ended.${ending}`);
    return last() ? t(`outcome.${last()!.outcome}`) : t(`item.${own()?.state ?? "waiting"}`);
  };
  const tag = () => {
    if (own()?.ending === "postponed" || own()?.ending === "withdrawn") return "off";
    return last() ? (last()!.outcome === "adopted" ? "good" : "bad") : tags[own()?.state ?? "waiting"];
  };
  const spent = () => spentOn(own()?.spans ?? [], now());
  const isCurrent = () => state().current === props.item.id;
  return (
    <li
      classList={{ current: isCurrent(), ended: own()?.state === "ended", "sub-item": props.item.depth > 1 }}
      aria-current={isCurrent() ? "step" : undefined}
    >
      <b class="number">{props.item.number}</b>
      <div>
        <span class="item-title" lang={lang(props.item.title)}>
          {say(props.item.title)}
        </span>
        <p class="stamp">
          <span class={`tag ${tag()}`}>{said()}</span>
          <Show when={spent() > 0}>
            <span class="soft">{elapsed(spent())}</span>
          </Show>
        </p>
        <Show when={isFree() && !isCurrent() && own()?.state !== "ended"}>
          <details class="item-more">
            <summary>
              {t("item_more")}
              <span class="hidden-visually"> {props.item.number}</span>
            </summary>
            <p class="moves">
              <StepButton look="quiet" onPress={() => take({ kind: "item_started", itemId: props.item.id })}>
                {t(own()?.state === "paused" ? "go_on_with" : "start", { number: props.item.number })}
              </StepButton>
              <StepButton
                look="quiet"
                onPress={() => take({ kind: "item_ended", itemId: props.item.id, ending: "postponed" })}
              >
                {t("end.postponed")}
              </StepButton>
              <StepButton
                look="quiet"
                onPress={() => take({ kind: "item_ended", itemId: props.item.id, ending: "withdrawn" })}
              >
                {t("end.withdrawn")}
              </StepButton>
            </p>
          </details>
        </Show>
      </div>
    </li>
  );
}

/** A new item at the end of the agenda; its reason is told to the meeting's readers with it. */
function ItemAdding(props: { onDone(): void }) {
  const t = useT("sitting");
  const { take } = useConsole();
  const id = createUniqueId();
  const [typed, setTyped] = createSignal({ sq: "", en: "", reason: "", reasonEn: "" });
  const [isMissing, setMissing] = createSignal(false);
  const fields = [
    { name: "sq", label: t("item_title_sq"), lang: "sq", maximum: 500 },
    { name: "en", label: t("item_title_en"), lang: "en", maximum: 500 },
    { name: "reason", label: t("item_reason"), lang: "sq", maximum: 1_000 },
    { name: "reasonEn", label: t("in_english"), lang: "en", maximum: 1_000 },
  ] as const;
  return (
    <form
      class="ask-text"
      aria-label={t("item_add")}
      onSubmit={(event) => {
        event.preventDefault();
        const { sq, en, reason, reasonEn } = typed();
        setMissing(!sq.trim() || !reason.trim());
        if (!sq.trim() || !reason.trim()) return;
        const title = { sq: sq.trim(), en: en.trim() || null };
        const added = take({
          ...{ kind: "item_added", itemId: newId(), itemKind: "other", title },
          reason: { sq: reason.trim(), en: reasonEn.trim() || null },
        });
        if (added) props.onDone();
      }}
    >
      <Show when={isMissing()}>
        <p class="error" role="alert">
          {t("item_incomplete")}
        </p>
      </Show>
      <For each={fields}>
        {({ name, label, lang, maximum }) => (
          <div class="field">
            <label for={`${id}-${name}`}>{label}</label>
            <input
              id={`${id}-${name}`}
              type="text"
              lang={lang}
              autocomplete="off"
              maxlength={maximum}
              value={typed()[name]}
              onInput={(event) => setTyped({ ...typed(), [name]: event.currentTarget.value })}
            />
          </div>
        )}
      </For>
      <p class="buttons">
        <button class="button plain" type="submit">
          {t("item_add")}
        </button>
        <button class="quiet-button" type="button" onClick={() => props.onDone()}>
          {t("leave_it")}
        </button>
      </p>
    </form>
  );
}
