import { Show } from "solid-js";
import type { MandateChange } from "../../../server/features/elections/elections.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";

/** Who left the council before the term's end, why, and who came. */
export function MandateChanges(props: { changes: readonly MandateChange[]; term: string }) {
  const t = useT("elections");
  const { say, lang } = useLocalized();
  const columns: Column<MandateChange>[] = [
    { label: t("left"), cell: ({ left }) => <Holder name={left.name} url={left.url} /> },
    { label: t("left_on"), cell: ({ left }) => <time datetime={left.on}>{formatDay(left.on)}</time> },
    {
      label: t("reason"),
      cell: ({ left }) => (
        <>
          <Show when={left.reason}>{(reason) => <p>{t(`reason.${reason()}`)}</p>}</Show>
          <Show when={left.note}>
            {(note) => (
              <p class="soft" lang={lang(note())}>
                {say(note())}
              </p>
            )}
          </Show>
        </>
      ),
    },
    {
      label: t("came"),
      cell: ({ came }) => (
        <Show when={came} fallback={<span class="tag none">{t("vacant")}</span>}>
          {(holder) => <Holder name={holder().name} url={holder().url} />}
        </Show>
      ),
    },
    {
      label: t("came_on"),
      cell: ({ came }) => (
        <Show when={came}>{(holder) => <time datetime={holder().on}>{formatDay(holder().on)}</time>}</Show>
      ),
    },
    { label: t("seat"), numeric: true, cell: ({ seat }) => seat },
  ];
  return (
    <section aria-labelledby="changes">
      <div class="bar">
        <h2 id="changes">{t("changes")}</h2>
      </div>
      <Show when={props.changes.length > 0} fallback={<p>{t("no_changes", { term: props.term })}</p>}>
        <p class="aside">{t("changes_text", { term: props.term })}</p>
        <RegisterTable caption={t("changes")} columns={columns} rows={props.changes} />
      </Show>
    </section>
  );
}

function Holder(props: Pick<MandateChange["left"], "name" | "url">) {
  const t = useT("elections");
  const { locale } = usePage();
  return (
    <Show when={props.url} fallback={<span class="soft">{t("not_public")}</span>}>
      {(url) => (
        <a link href={url()[locale]}>
          {props.name}
        </a>
      )}
    </Show>
  );
}
