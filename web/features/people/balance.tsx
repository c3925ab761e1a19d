import { For } from "solid-js";
import type { MemberList } from "../../../server/features/people/members.schema.ts";
import { useT } from "../../lib/i18n.ts";

/** How many women and men there are, told and drawn; whose gender is not known is told as that. */
export function Balance(props: { of: MemberList["balance"] }) {
  const t = useT("people");
  const parts = () => {
    const { female, male, other, unknown } = props.of;
    return [
      { key: "women", count: female, said: t("women", { count: female }) },
      { key: "men", count: male, said: t("men", { count: male }) },
      { key: "rest", count: other, said: t("of_other", { number: other }) },
      { key: "rest", count: unknown, said: t("of_unknown", { number: unknown }) },
    ].filter(({ key, count }) => count > 0 || key !== "rest");
  };
  const total = () => parts().reduce((sum, { count }) => sum + count, 0);
  const placed = () => {
    let from = 0;
    return parts().map((part) => {
      const x = from;
      from += (part.count / total()) * 100;
      return { ...part, x, width: from - x };
    });
  };
  return (
    <>
      <svg class="balance" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <For each={placed()}>{({ key, x, width }) => <rect class={key} x={x} width={width} height="6" />}</For>
      </svg>
      <ul class="balance-key">
        <For each={parts()}>{({ key, said }) => <li class={key}>{said}</li>}</For>
      </ul>
    </>
  );
}
