import { For } from "solid-js";
import type { MeetingSummary } from "../../../server/features/meetings/meeting-view.schema.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Linked } from "./linked.tsx";

/** Bodies one below the other, each leading to its page where it has one. */
export function BodyNames(props: { bodies: readonly MeetingSummary["body"][] }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <For each={props.bodies}>
      {(body) => (
        <div lang={lang(body.name)}>
          <Linked name={say(body.name)} path={body.url?.[locale]} />
        </div>
      )}
    </For>
  );
}
