import type { minutesErrors as english } from "../../en/errors/minutes.ts";

export const minutesErrors = {
  "minutes.not_drawn": "Projekti i procesverbalit nuk është hartuar ende.",
  "minutes.meeting_goes_on": "Mbledhja vazhdon: procesverbali publikohet pasi ajo të mbyllet.",
  "minutes.changed_meanwhile": "Dikush e ndryshoi procesverbalin ndërkohë. Shikojeni dhe publikojeni sërish.",
  "minutes.upload_by_two":
    "Këshilli kërkon miratim: dorëzojeni skedarin në faqen e procesverbalit dhe e publikon dikush tjetër.",
  "minutes.not_seen":
    "Nuk dihet cilin tekst të procesverbalit keni lexuar. Shikojeni si qëndron tani: a të publikohet kështu? Nëse po, publikojeni që këtej.",
  "minutes.gaps_left": "Në procesverbal ka ende vende bosh, me shenjën […]. Plotësojini ose fshijini.",
  "minutes.nothing_new": "Publiku e ka tashmë këtë tekst.",
  "minutes.part_changed": "Dikush e ndryshoi ndërkohë këtë pjesë. Shikoni si është tani dhe vendosni sërish.",
  "minutes.part_unknown": "Procesverbali nuk ka një pjesë të tillë.",
  "minutes.no_act_due": "Kjo pikë nuk pret akt: nuk është miratuar, nuk ka projektakt ose e ka tashmë aktin.",
  "minutes.not_a_later_meeting": "Miratohet në një mbledhje të mëvonshme të të njëjtit organ.",
  "minutes.approved_before": "Miratimi nuk mund të jetë para vetë mbledhjes.",
} satisfies Record<keyof typeof english, string>;
