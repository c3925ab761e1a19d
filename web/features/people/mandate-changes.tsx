import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import type { Members } from "./people-query.ts";

/** Seats that changed hands in the term, each with all who held it and why they left. */
export function MandateChanges(props: { changes: Members["changes"]; asOf: string }) {
  const t = useT("people");
  const { say, lang } = useLocalized();
  const isHeld = (holders: Members["changes"][number]["holders"]) =>
    holders.some(({ beginsOn, endsOn }) => beginsOn <= props.asOf && (endsOn ?? props.asOf) >= props.asOf);
  return (
    <section aria-labelledby="changes">
      <div class="bar">
        <h2 id="changes">{t("changes")}</h2>
      </div>
      <p class="aside">{t("changes_text")}</p>
      <RegisterTable
        caption={t("changes")}
        rows={props.changes}
        columns={[
          { label: t("column_seat"), cell: ({ seat }) => t("seat", { number: seat }) },
          {
            label: t("column_list"),
            cell: ({ list }) => list && <span lang={lang(list.name)}>{say(list.name)}</span>,
          },
          {
            label: t("column_holders"),
            cell: ({ holders }) => (
              <ol class="holders">
                <For each={holders}>
                  {(holder) => (
                    <li>
                      <a link href={holder.href}>
                        {holder.name}
                      </a>{" "}
                      <span class="soft">
                        {formatDay(holder.beginsOn)} – <Show when={holder.endsOn}>{(day) => formatDay(day())}</Show>
                        <Show when={holder.endReason}>{(reason) => `, ${t(`end.${reason()}`)}`}</Show>
                        <Show when={holder.endNote}>
                          {(note) => <span lang={lang(note())}>{` (${say(note())})`}</span>}
                        </Show>
                      </span>
                    </li>
                  )}
                </For>
                <Show when={!isHeld(holders)}>
                  <li>
                    <span class="tag none">{t("not_filled")}</span>
                  </li>
                </Show>
              </ol>
            ),
          },
        ]}
      />
    </section>
  );
}
