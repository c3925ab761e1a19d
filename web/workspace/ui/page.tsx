import { children, For, type JSX, type ParentProps, Show } from "solid-js";
import type { FormState } from "../../../server/workspace/page-data.ts";
import { useT } from "../../lib/i18n.ts";
import { useWorkspace } from "../workspace.tsx";
import { TypedWords } from "./typed-words.tsx";

interface PageProps {
  title: string;
  lead?: JSX.Element;
  /** Text and forms are read best in a narrow column; registers want all there is. */
  wide?: boolean;
  /** What was done, by the word after `?done=` in the address: said once at the top. */
  done?: Readonly<Record<string, string>>;
}

/**
 * The body of a page of the workspace: its one heading, what was just done, the content. Where what was sent is refused and
 * the form of it is not on the page any more, the page itself says why and shows what was typed.
 *
 * @example <Page title={t("users")} done={{ invited: t("done_invited") }}>…</Page>
 */
export function Page(props: ParentProps<PageProps>) {
  const { page, head, refusal } = useWorkspace();
  head.title = props.title;
  const done = () =>
    page.done && !page.form && Object.hasOwn(props.done ?? {}, page.done) ? props.done![page.done] : null;
  // Drawn first: the forms in it say whether one of them tells the refusal.
  const content = children(() => props.children);
  content();
  const untold = page.form && !refusal.isTold && (page.form.title || page.form.fields.length > 0) ? page.form : null;
  return (
    <main id="main" tabindex="-1" class="desk-page" classList={{ wide: props.wide }}>
      <Show when={done()}>
        {(sentence) => (
          <p class="done" role="status">
            {sentence()}
          </p>
        )}
      </Show>
      <Show when={untold}>{(form) => <Untold form={form()} />}</Show>
      <h1>{props.title}</h1>
      <Show when={props.lead}>
        <p class="lead">{props.lead}</p>
      </Show>
      {content()}
    </main>
  );
}

function Untold(props: { form: FormState }) {
  const t = useT("workspace");
  const { title, fields, isMeanwhile } = props.form;
  const messages = fields.map(({ message }) => message).filter((message) => message !== title);
  // The fields of which the title would speak are not here.
  const heading = messages.length > 0 ? t("form_refused") : title || t("form_refused");
  return (
    <div class="problem" role="alert" tabindex="-1" autofocus>
      <h2>{isMeanwhile ? t("form_meanwhile") : heading}</h2>
      <Show when={messages.length > 0}>
        <ul>
          <For each={messages}>{(message) => <li>{message}</li>}</For>
        </ul>
      </Show>
      <TypedWords values={props.form.values} />
    </div>
  );
}
