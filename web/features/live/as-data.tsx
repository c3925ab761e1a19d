import { For, Show } from "solid-js";
import type { LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

const registers = ["meeting_steps", "votes", "ballots", "attendance"] as const;

/** The meeting as tables, once it is over: each register narrowed to this one meeting. */
export function AsData(props: { live: LiveMeeting }) {
  const t = useT("following");
  const { locale } = usePage();
  const frame = () => props.live.meeting;
  const at = (register: (typeof registers)[number], ending: string) =>
    `${frame().registers[register][locale]}.${ending}?meeting=${frame().slug}`;
  return (
    <Show when={props.live.now.phase === "closed"}>
      <section class="live-data" aria-labelledby="live-data">
        <h2 id="live-data">{t("data")}</h2>
        <ul>
          <For each={registers}>
            {(register) => (
              <li>
                {t(`data.${register}`)}{" "}
                <a href={at(register, "csv")} aria-label={t("data_as", { what: t(`data.${register}`), as: "CSV" })}>
                  CSV
                </a>{" "}
                <a href={at(register, "xlsx")} aria-label={t("data_as", { what: t(`data.${register}`), as: "Excel" })}>
                  Excel
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
