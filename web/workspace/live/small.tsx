import { createSignal, createUniqueId, For, type JSX, type ParentProps, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useConsole } from "./console.ts";

interface StepButtonProps {
  onPress(): void;
  /** `main` for what is most likely next; `quiet` beside a line. */
  look?: "main" | "plain" | "quiet" | "danger";
  disabled?: boolean | undefined;
  label?: string;
}

/** A button of the console; whoever only watches has none. It waits until the page has its script. */
export function StepButton(props: ParentProps<StepButtonProps>) {
  const { isRunner, mayRun } = useConsole();
  return (
    <Show when={isRunner}>
      <button
        type="button"
        class={props.look === "quiet" ? "quiet-button" : "button"}
        classList={{
          big: props.look === "main",
          plain: props.look === "plain" || props.look === "danger",
          danger: props.look === "danger",
        }}
        aria-label={props.label}
        disabled={!mayRun() || props.disabled}
        onClick={() => props.onPress()}
      >
        {props.children}
      </button>
    </Show>
  );
}

/** What is not easily taken back: the first press asks, the second does it. */
export function AskedButton(props: ParentProps<StepButtonProps & { ask: string; yes: string }>) {
  const t = useT("sitting");
  const [isAsked, ask] = createSignal(false);
  let yes: HTMLFieldSetElement | undefined;
  return (
    <Show
      when={isAsked()}
      fallback={
        <StepButton
          {...props}
          onPress={() => {
            ask(true);
            yes?.querySelector("button")?.focus();
          }}
        >
          {props.children}
        </StepButton>
      }
    >
      <fieldset class="asked" ref={yes}>
        <legend>{props.ask}</legend>
        <span class="buttons">
          <StepButton
            look={props.look === "danger" ? "danger" : "main"}
            onPress={() => {
              ask(false);
              props.onPress();
            }}
          >
            {props.yes}
          </StepButton>
          <StepButton look="quiet" onPress={() => ask(false)}>
            {t("not_yet")}
          </StepButton>
        </span>
      </fieldset>
    </Show>
  );
}

/** One or two lines of text and a button that sends them: a reason, a name, a title. Enter sends. */
export function AskText(props: {
  label: string;
  hint?: string;
  send: string;
  /** Leaves without doing anything. */
  onLeave?: () => void;
  /** Whether it was done: then the fields are empty again. */
  onSend(text: string, english: string | null): boolean;
  /** Of what readers are told: it may be said in English too. */
  inBoth?: true;
  list?: readonly string[];
  maxlength?: number;
  children?: JSX.Element;
}) {
  const t = useT("sitting");
  const { mayRun } = useConsole();
  const id = createUniqueId();
  const [text, setText] = createSignal("");
  const [english, setEnglish] = createSignal("");
  const [isMissing, setMissing] = createSignal(false);
  return (
    <form
      class="ask-text"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text().trim();
        setMissing(said === "");
        if (!said || !props.onSend(said, english().trim() || null)) return;
        setText("");
        setEnglish("");
      }}
    >
      <div class="field" classList={{ wrong: isMissing() }}>
        <label for={id}>{props.label}</label>
        <Show when={props.hint}>
          <p class="hint">{props.hint}</p>
        </Show>
        <Show when={isMissing()}>
          <p class="error" role="alert">
            {t("say_it")}
          </p>
        </Show>
        <input
          id={id}
          type="text"
          autocomplete="off"
          maxlength={props.maxlength ?? 1_000}
          list={props.list ? `${id}-list` : undefined}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          disabled={!mayRun()}
        />
        <Show when={props.list}>
          {(list) => (
            <datalist id={`${id}-list`}>
              <For each={list()}>{(one) => <option value={one} />}</For>
            </datalist>
          )}
        </Show>
      </div>
      <Show when={props.inBoth}>
        <div class="field">
          <label for={`${id}-en`}>{t("in_english")}</label>
          <input
            id={`${id}-en`}
            type="text"
            lang="en"
            autocomplete="off"
            maxlength={props.maxlength ?? 1_000}
            value={english()}
            onInput={(event) => setEnglish(event.currentTarget.value)}
            disabled={!mayRun()}
          />
        </div>
      </Show>
      {props.children}
      <p class="buttons">
        <button class="button plain" type="submit" disabled={!mayRun()}>
          {props.send}
        </button>
        <Show when={props.onLeave}>
          {(leave) => (
            <button class="quiet-button" type="button" onClick={() => leave()()}>
              {t("leave_it")}
            </button>
          )}
        </Show>
      </p>
    </form>
  );
}
