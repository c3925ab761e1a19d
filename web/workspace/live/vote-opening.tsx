import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { ConsoleSheet } from "../../../server/features/live/console-view.ts";
import { hasQuorum } from "../../../server/features/live/live-state.shared.ts";
import { type Majority, type VoteMethod, voteMethods } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { newId, useConsole } from "./console.ts";
import { StepButton } from "./small.tsx";

/** How is voted and by which majority: proposed from the rules with their source; another one needs its reason. */
export function VoteOpening(props: { item: ConsoleSheet["items"][number] }) {
  const t = useT("sitting");
  const { sheet, state, take, mayRun } = useConsole();
  const [method, setMethod] = createSignal<VoteMethod>(props.item.isElection ? "secret" : "by_name");
  const [majority, setMajority] = createSignal<Majority>(props.item.majority);
  const [reason, setReason] = createSignal("");
  const [inEnglish, setInEnglish] = createSignal("");
  const [isMissing, setMissing] = createSignal(false);
  const id = createUniqueId();
  const isOther = () => majority() !== props.item.majority;
  const rule = () => sheet().rules.find((one) => one.majority === props.item.majority)!;
  const open = () => {
    const why = reason().trim();
    setMissing(isOther() && !why);
    if (isOther() && !why) return;
    take({
      ...{ kind: "vote_opened", vote: newId(), itemId: props.item.id, method: method(), majority: majority() },
      majorityReason: isOther() ? { sq: why, en: inEnglish().trim() || null } : null,
    });
  };
  return (
    <section class="console-vote" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t("vote_title")}</h3>
      <fieldset class="segments">
        <legend>{t("vote_how")}</legend>
        <For each={voteMethods}>
          {(one) => (
            <label>
              <input
                type="radio"
                name={`${id}-method`}
                checked={method() === one}
                disabled={!mayRun()}
                onChange={() => setMethod(one)}
              />
              <span>{t(`method.${one}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <p class="hint">{t(`method_hint.${method()}`)}</p>
      <fieldset class="segments stacked">
        <legend>{t("majority")}</legend>
        <For each={sheet().rules}>
          {(one) => (
            <label>
              <input
                type="radio"
                name={`${id}-majority`}
                checked={majority() === one.majority}
                disabled={!mayRun()}
                onChange={() => setMajority(one.majority)}
              />
              <span>
                {one.title}
                <Show when={one.majority === props.item.majority}>
                  {" "}
                  <b class="proposed">{t("majority_proposed")}</b>
                </Show>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <details class="rule-source">
        <summary>{t("majority_why")}</summary>
        <p>
          {t("majority_source", {
            applies: rule().appliesTo,
            article: rule().article,
            law: rule().law,
            certainty: rule().certainty,
          })}
        </p>
        <Show when={rule().note}>{(note) => <p>{note()}</p>}</Show>
        <Show when={rule().source}>
          {(source) => <p class="soft">{t("majority_read_in", { source: source() })}</p>}
        </Show>
      </details>
      <Show when={isOther()}>
        <div class="field" classList={{ wrong: isMissing() }}>
          <label for={`${id}-reason`}>{t("majority_reason")}</label>
          <Show when={isMissing()}>
            <p class="error" role="alert">
              {t("say_it")}
            </p>
          </Show>
          <input
            id={`${id}-reason`}
            type="text"
            lang="sq"
            maxlength="1000"
            autocomplete="off"
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-reason-en`}>{t("in_english")}</label>
          <input
            id={`${id}-reason-en`}
            type="text"
            lang="en"
            maxlength="1000"
            autocomplete="off"
            value={inEnglish()}
            onInput={(event) => setInEnglish(event.currentTarget.value)}
          />
        </div>
      </Show>
      <Show when={!hasQuorum(state())}>
        <p class="note bad">{t("vote_no_quorum", { present: state().present, needed: state().quorum ?? 0 })}</p>
      </Show>
      <div class="now-buttons">
        <StepButton look="main" disabled={!hasQuorum(state())} onPress={open}>
          {t("vote_open")}
        </StepButton>
      </div>
    </section>
  );
}
