import { Editor } from "@tiptap/core";
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { htmlOfTyped } from "../../../server/typed-html.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { addressOf } from "./address.ts";
import { extensions } from "./extensions.ts";
import { cleanPasted } from "./pasted.ts";
import { inTable, type TableTool, type Tool, tableTools, tools } from "./tools.ts";
import { writtenHtml } from "./written.ts";

const link = "M8.5 11.5l3-3M9.5 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.5 14l-2 2A3.2 3.2 0 0 1 4 11.5l2-2";

const Icon = (props: { lines: string }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d={props.lines} />
  </svg>
);

/** One stop of the Tab key for all buttons; arrows go from one to the next. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return;
  const to = {
    ArrowRight: (at + 1) % buttons.length,
    ArrowLeft: (at + buttons.length - 1) % buttons.length,
    ...{ Home: 0, End: buttons.length - 1 },
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  for (const [index, button] of buttons.entries()) button.tabIndex = index === to ? 0 : -1;
  buttons[to]!.focus();
}

/**
 * Writes into a field of text: the field stays what the form sends, and hears of every change as if it had been typed there.
 * Where this runs the field itself is not seen.
 */
export default function Writing(props: { field: HTMLTextAreaElement; label: string }) {
  const t = useT("editing");
  const { field } = props;
  const [editor, setEditor] = createSignal<Editor>();
  /** Told at each step, so that the toolbar says where the cursor is. */
  const [step, setStep] = createSignal(0);
  const [linking, setLinking] = createSignal<string | null>(null);
  const [isWrong, setWrong] = createSignal(false);
  const { id } = field;
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);
  let surface!: HTMLDivElement;
  let toolbar!: HTMLDivElement;
  let address: HTMLInputElement | undefined;

  onMount(() => {
    // Who writes already, while this was loading, goes on where they are.
    const isWriting = document.activeElement === field;
    // Whatever leads to the field, such as the summary of what is wrong, now leads to where it is written.
    field.hidden = true;
    field.id = `${id}-sent`;
    if (label) label.id = `${id}-label`;
    const made = new Editor({
      element: surface,
      extensions,
      content: htmlOfTyped(field.value),
      injectCSS: false,
      editorProps: {
        attributes: {
          ...{ id, role: "textbox", "aria-multiline": "true", "aria-labelledby": `${id}-label` },
          ...(field.lang && { lang: field.lang }),
          ...(field.required && { "aria-required": "true" }),
          ...(field.ariaInvalid && { "aria-invalid": field.ariaInvalid }),
          ...(field.getAttribute("aria-describedby") && {
            "aria-describedby": field.getAttribute("aria-describedby")!,
          }),
        },
        transformPastedHTML: cleanPasted,
      },
      onUpdate({ editor: now }) {
        field.value = writtenHtml(now);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      onTransaction() {
        setStep((at) => at + 1);
        // The button that could be reached may be gone with its table.
        if (!toolbar.querySelector('[tabindex="0"]')) toolbar.querySelector("button")!.tabIndex = 0;
      },
    });
    const focus = () => made.view.focus();
    label?.addEventListener("click", focus);
    setEditor(made);
    if (isWriting) made.commands.focus("end");
    onCleanup(() => {
      label?.removeEventListener("click", focus);
      made.destroy();
      field.hidden = false;
      field.id = id;
    });
  });

  const now = (ask: (editor: Editor) => boolean) => {
    step();
    const made = editor();
    return made !== undefined && ask(made);
  };
  const openLink = () => {
    setWrong(false);
    setLinking((editor()?.getAttributes("link").href as string | undefined) ?? "");
    address?.focus();
  };
  const closeLink = () => {
    setLinking(null);
    editor()?.view.focus();
  };
  const setLink = () => {
    const href = addressOf(address!.value);
    if (!href) return setWrong(true);
    editor()!.view.focus();
    const chain = editor()!.chain().extendMarkRange("link");
    if (editor()!.state.selection.empty && !editor()!.isActive("link"))
      chain.insertContent({ type: "text", text: address!.value.trim(), marks: [{ type: "link", attrs: { href } }] });
    else chain.setLink({ href });
    chain.run();
    setLinking(null);
  };
  const keyInLink = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") setLink();
    else closeLink();
  };

  const Button = (tool: Tool & { index: number }) => (
    <button
      type="button"
      tabindex={tool.index === 0 ? 0 : -1}
      aria-label={t(`write.${tool.name}`)}
      title={t(`write.${tool.name}`)}
      aria-pressed={tool.holds && now(tool.holds)}
      aria-disabled={tool.isOff && now(tool.isOff)}
      onClick={() => {
        const made = editor()!;
        if (tool.isOff?.(made)) return;
        // At once: what is typed next belongs to the text.
        made.view.focus();
        tool.does(made.chain(), made.schema).run();
      }}
    >
      <Icon lines={tool.icon} />
    </button>
  );

  return (
    <div class="writing">
      <div
        ref={toolbar}
        class="writing-tools"
        role="toolbar"
        aria-label={t("write.tools", { field: props.label })}
        aria-controls={id}
        onKeyDown={walk}
      >
        <For each={tools}>{(tool, at) => <Button {...tool} index={at()} />}</For>
        <button
          type="button"
          tabindex="-1"
          aria-label={t("write.link")}
          title={t("write.link")}
          aria-pressed={now((made) => made.isActive("link"))}
          aria-expanded={linking() !== null}
          onClick={openLink}
        >
          <Icon lines={link} />
        </button>
        <Show when={now(inTable)}>
          <span class="writing-table">
            <For each={Object.keys(tableTools) as TableTool[]}>
              {(name) => (
                <button
                  type="button"
                  tabindex="-1"
                  onClick={() => {
                    const { state, view } = editor()!;
                    view.focus();
                    tableTools[name](state, view.dispatch);
                  }}
                >
                  {t(`write.${name}`)}
                </button>
              )}
            </For>
          </span>
        </Show>
      </div>
      <Show when={linking() !== null}>
        <p class="writing-link">
          <label for={`${id}-link`}>{t("write.address")}</label>
          <input
            ref={(input) => {
              address = input;
              queueMicrotask(() => input.focus());
            }}
            id={`${id}-link`}
            type="text"
            inputmode="url"
            value={linking()!}
            placeholder="https://"
            aria-invalid={isWrong() ? "true" : undefined}
            aria-describedby={isWrong() ? `${id}-link-error` : undefined}
            onInput={(event) => event.stopPropagation()}
            onKeyDown={keyInLink}
          />
          <button type="button" onClick={setLink}>
            {t("write.link_set")}
          </button>
          <Show when={now((made) => made.isActive("link"))}>
            <button
              type="button"
              onClick={() => {
                editor()!.view.focus();
                editor()!.chain().extendMarkRange("link").unsetLink().run();
                setLinking(null);
              }}
            >
              {t("write.link_remove")}
            </button>
          </Show>
          <button type="button" onClick={closeLink}>
            {t("write.link_cancel")}
          </button>
          <Show when={isWrong()}>
            <span class="error" role="alert" id={`${id}-link-error`}>
              {t("write.link_wrong")}
            </span>
          </Show>
        </p>
      </Show>
      <div class="writing-surface" ref={surface} />
    </div>
  );
}
