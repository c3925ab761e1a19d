import type { day as english } from "../../en/workspace/day.ts";

export const day = {
  title: "Dita",
  done_welcome: "Llogaria juaj është gati.",
  coming: "Mbledhjet e 14 ditëve të ardhshme",
  no_meetings: "Në 14 ditët e ardhshme nuk është planifikuar asnjë mbledhje.",
  at: "ora {{time}}",
  with_notice: "Njoftimi është publikuar",
  without_notice: "Njoftimi ende nuk është publikuar",
  due: "Afatet që po mbarojnë",
  nothing_due: "Në 14 ditët e ardhshme nuk mbaron asnjë afat.",
  to_deposit: "Aktet për t’iu dërguar prefektit",
  nothing_to_deposit: "Çdo akt që duhej dërguar është dërguar.",
  adopted_on: "miratuar më {{day}}",
  minutes: "Mbledhjet pa procesverbal",
  no_minutes_missing: "Procesverbali i çdo mbledhjeje të mbajtur është publikuar.",
  scheduled: "Çfarë publikohet më pas",
  nothing_scheduled: "Asgjë nuk pret orën e vet.",
} satisfies Record<keyof typeof english, string>;
