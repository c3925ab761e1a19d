import type { day as english } from "../../en/workspace/day.ts";

export const day = {
  title: "Dita",
  done_welcome: "Llogaria juaj është gati.",
  coming: "Mbledhjet e 14 ditëve të ardhshme",
  no_meetings: "Në 14 ditët e ardhshme nuk është planifikuar asnjë mbledhje.",
  at: "ora {{time}}",
  with_notice: "Njoftimi është publikuar",
  without_notice: "Njoftimi ende nuk është publikuar",
} satisfies Record<keyof typeof english, string>;
