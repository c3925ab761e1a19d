import { Match, Show, Switch } from "solid-js";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatTime } from "../../ui/format.ts";
import { useConsole } from "./console.ts";
import { elapsed } from "./elapsed.ts";
import { ItemPart } from "./item-part.tsx";
import { useNames } from "./names.ts";
import { RollCall } from "./roll-call.tsx";
import { AskedButton, StepButton } from "./small.tsx";
import { VotePart } from "./vote-part.tsx";

/** The one thing that is on now, with what most likely comes next. */
export function NowPart() {
  const { state, isRunner } = useConsole();
  const { itemOf } = useNames();
  const current = () => (state().current ? itemOf(state().current!) : undefined);
  return (
    <Switch fallback={<Between />}>
      <Match when={state().phase === "waiting"}>
        <Opening />
      </Match>
      <Match when={state().phase === "closed"}>
        <Closed />
      </Match>
      <Match when={state().phase === "break"}>
        <Break />
      </Match>
      <Match when={!state().roll}>
        <Show when={isRunner} fallback={<RollAwaited />}>
          <RollCall titleId="now-title" />
        </Show>
      </Match>
      <Match when={state().vote}>{(vote) => <VotePart vote={vote()} />}</Match>
      <Match when={current()}>{(item) => <ItemPart item={item()} />}</Match>
    </Switch>
  );
}

function Opening() {
  const t = useT("sitting");
  const { take, sheet } = useConsole();
  const stage = () => sheet().meeting.stage;
  const mayOpen = () => stage() === "announced" || stage() === "open";
  const why = () => {
    if (mayOpen()) return "open_lead";
    if (stage() === "planned") return "open_not_announced";
    return stage() === "cancelled" || stage() === "postponed" ? "open_called_off" : "open_past";
  };
  return (
    <section class="now-part" aria-labelledby="now-title">
      <h2 id="now-title" tabindex="-1">
        {t("open_title")}
      </h2>
      <p>{t(why())}</p>
      <Show when={mayOpen()}>
        <div class="now-buttons">
          <AskedButton look="main" ask={t("open_ask")} yes={t("open_yes")} onPress={() => take({ kind: "opened" })}>
            {t("open")}
          </AskedButton>
        </div>
      </Show>
    </section>
  );
}

/** For whoever only watches. */
function RollAwaited() {
  const t = useT("sitting");
  return (
    <section class="now-part" aria-labelledby="now-title">
      <h2 id="now-title" tabindex="-1">
        {t("roll_title")}
      </h2>
      <p>{t("room_before")}</p>
    </section>
  );
}

/** No item is under discussion: the next one, or the end. */
function Between() {
  const t = useT("sitting");
  const { say, lang } = useLocalized();
  const { state, sheet, take, isRunner } = useConsole();
  const next = () => sheet().items.find(({ id }) => state().items.get(id)?.state !== "ended");
  const isPaused = () => state().items.get(next()?.id ?? "")?.state === "paused";
  return (
    <section class="now-part" aria-labelledby="now-title">
      <Show
        when={next()}
        fallback={
          <>
            <h2 id="now-title" tabindex="-1">
              {t("all_done")}
            </h2>
            <div class="now-buttons">
              <CloseButton look="main" />
            </div>
          </>
        }
      >
        {(item) => (
          <>
            <Show when={isRunner && !state().agendaApproved}>
              <div class="agenda-approval">
                <h2>{t("agenda_title")}</h2>
                <p class="soft">{t("agenda_lead")}</p>
                <div class="now-buttons">
                  <StepButton look="main" onPress={() => take({ kind: "agenda_approved" })}>
                    {t("agenda_approve")}
                  </StepButton>
                </div>
              </div>
            </Show>
            <p class="now-kicker">{t("next_item")}</p>
            <h2 id="now-title" tabindex="-1" lang={lang(item().title)}>
              <span class="number">{item().number}</span> {say(item().title)}
            </h2>
            <div class="now-buttons">
              <StepButton
                look={state().agendaApproved ? "main" : "plain"}
                onPress={() => take({ kind: "item_started", itemId: item().id })}
              >
                {t(isPaused() ? "go_on_with" : "start", { number: item().number })}
              </StepButton>
            </div>
          </>
        )}
      </Show>
    </section>
  );
}

function Break() {
  const t = useT("sitting");
  const { state, now, take } = useConsole();
  const since = () => state().breaks.at(-1)?.from ?? new Date(now());
  return (
    <section class="now-part" aria-labelledby="now-title">
      <h2 id="now-title" tabindex="-1">
        {t("break_title")}
      </h2>
      <p>
        {t("break_since", { time: formatTime(since().toISOString()) })}{" "}
        <span class="timer" role="timer">
          {elapsed(now() - since().getTime())}
        </span>
      </p>
      <div class="now-buttons">
        <StepButton look="main" onPress={() => take({ kind: "break_ended" })}>
          {t("break_end")}
        </StepButton>
      </div>
    </section>
  );
}

function Closed() {
  const t = useT("sitting");
  const { locale } = usePage();
  const { state, sheet } = useConsole();
  const decided = () => state().votes.filter(({ outcome }) => outcome === "adopted").length;
  return (
    <section class="now-part" aria-labelledby="now-title">
      <h2 id="now-title" tabindex="-1">
        {t("closed_title")}
      </h2>
      <p>
        {t("closed_at", {
          from: formatTime(state().openedAt!.toISOString()),
          until: formatTime(state().closedAt!.toISOString()),
        })}
      </p>
      <p>{t("closed_adopted", { count: decided() })}</p>
      <div class="now-buttons">
        <a class="button big" href={fillPath(deskPaths.course, { id: sheet().meeting.id })[locale]}>
          {t("to_course")}
        </a>
        <a class="button big plain" href={fillPath(deskPaths.minutes, { id: sheet().meeting.id })[locale]}>
          {t("to_minutes")}
        </a>
      </div>
      <p class="hint">{t("closed_mistake")}</p>
    </section>
  );
}

/** What ends or interrupts the whole meeting; beside everything else, never in its way. */
export function MeetingButtons() {
  const t = useT("sitting");
  const { state, take } = useConsole();
  const mayStop = () => state().phase === "open" && !state().vote;
  return (
    <Show when={state().phase === "open" || state().phase === "break"}>
      <div class="meeting-buttons">
        <Show when={state().phase === "open"}>
          <StepButton look="plain" disabled={!mayStop()} onPress={() => take({ kind: "break_began" })}>
            {t("break_begin")}
          </StepButton>
        </Show>
        <CloseButton look="danger" />
      </div>
    </Show>
  );
}

function CloseButton(props: { look: "main" | "danger" }) {
  const t = useT("sitting");
  const { state, take, sheet } = useConsole();
  const left = () => sheet().items.filter(({ id }) => state().items.get(id)?.state !== "ended").length;
  return (
    <AskedButton
      look={props.look}
      disabled={Boolean(state().vote)}
      ask={left() > 0 ? t("close_ask_left", { count: left() }) : t("close_ask")}
      yes={t("close_yes")}
      onPress={() => take({ kind: "closed" })}
    >
      {t("close")}
    </AskedButton>
  );
}
