import { type JSX, type ParentProps, Show } from "solid-js";
import { useWorkspace } from "../workspace.tsx";

interface PageProps {
  title: string;
  lead?: JSX.Element;
  /** Text and forms are read best in a narrow column; registers want all there is. */
  wide?: boolean;
  /** What was done, by the word after `?done=` in the address: said once at the top. */
  done?: Readonly<Record<string, string>>;
}

/**
 * The body of a page of the workspace: its one heading, what was just done, the content.
 *
 * @example <Page title={t("users")} done={{ invited: t("done_invited") }}>…</Page>
 */
export function Page(props: ParentProps<PageProps>) {
  const { page, head } = useWorkspace();
  head.title = props.title;
  const done = () =>
    page.done && !page.form && Object.hasOwn(props.done ?? {}, page.done) ? props.done![page.done] : null;
  return (
    <main id="main" tabindex="-1" class="desk-page" classList={{ wide: props.wide }}>
      <Show when={done()}>
        {(sentence) => (
          <p class="done" role="status">
            {sentence()}
          </p>
        )}
      </Show>
      <h1>{props.title}</h1>
      <Show when={props.lead}>
        <p class="lead">{props.lead}</p>
      </Show>
      {props.children}
    </main>
  );
}
