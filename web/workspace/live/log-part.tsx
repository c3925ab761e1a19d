import { createMemo, createSignal, For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatTime } from "../../ui/format.ts";
import { useConsole } from "./console.ts";
import { useNames } from "./names.ts";
import type { SeenStep } from "./seen.ts";
import { AskText } from "./small.tsx";

/** So many of the last steps are shown until somebody asks for all. */
const recent = 12;

/** What was written down, the last first. A mistake is struck with its reason: it stays to be seen, and counts no more. */
export function LogPart() {
  const t = useT("sitting");
  const { steps } = useConsole();
  const [isWhole, showWhole] = createSignal(false);
  const strikes = createMemo(
    () => new Map(steps().flatMap((one) => (one.step.kind === "struck" ? [[one.step.number, one] as const] : []))),
  );
  const shown = () => (isWhole() ? steps() : steps().slice(-recent)).toReversed();
  return (
    <section class="console-log" aria-labelledby="log-title">
      <h2 id="log-title" class="hidden-visually">
        {t("log")}
      </h2>
      <Show when={steps().length > 0} fallback={<p class="soft">{t("log_none")}</p>}>
        <ol>
          <For each={shown()}>{(one) => <Step one={one} by={strikes().get(one.number)} />}</For>
        </ol>
        <Show when={!isWhole() && steps().length > recent}>
          <button class="quiet-button" type="button" onClick={() => showWhole(true)}>
            {t("log_whole", { number: steps().length })}
          </button>
        </Show>
      </Show>
    </section>
  );
}

function Step(props: { one: SeenStep; by: SeenStep | undefined }) {
  const t = useT("sitting");
  const { say } = useLocalized();
  const { take, mayRun } = useConsole();
  const { sentence } = useNames();
  const [isStriking, strike] = createSignal(false);
  const { one } = props;
  const mayStrike = () =>
    one.by !== null && !props.by && one.step.kind !== "struck" && one.step.kind !== "opened" && mayRun();
  return (
    <li classList={{ struck: Boolean(props.by), unsent: one.by === null }} id={`step-${one.number}`}>
      <span class="step-number">{one.number}</span>
      <time datetime={one.at.toISOString()}>{formatTime(one.at.toISOString())}</time>
      <div>
        <Show when={props.by} fallback={<span>{sentence(one)}</span>}>
          {(by) => (
            <>
              <del>{sentence(one)}</del>
              <p class="soft">
                {t("struck_by", {
                  name: by().by ?? t("you"),
                  reason: by().step.kind === "struck" ? say((by().step as { reason: { sq: string } }).reason) : "",
                })}
              </p>
            </>
          )}
        </Show>
        <small class="soft"> {one.by ?? t("waits_here")}</small>
        <Show when={mayStrike()}>
          <Show
            when={isStriking()}
            fallback={
              <button
                class="link-button"
                type="button"
                aria-label={t("strike_of", { number: one.number })}
                onClick={() => strike(true)}
              >
                {t("strike")}
              </button>
            }
          >
            <AskText
              label={t("strike_why")}
              send={t("strike")}
              inBoth
              onLeave={() => strike(false)}
              onSend={(sq, en) => {
                const isDone = take({ kind: "struck", number: one.number, reason: { sq, en } });
                if (isDone) strike(false);
                return isDone;
              }}
            />
          </Show>
        </Show>
      </div>
    </li>
  );
}
