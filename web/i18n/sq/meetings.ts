import type { meetings as english } from "../en/meetings.ts";

export const meetings = {
  "kind.ordinary": "Mbledhje e radhës",
  "kind.extraordinary": "Mbledhje e jashtëzakonshme",
  "kind.constitutive": "Mbledhje e parë",
  "kind.joint": "Mbledhje e përbashkët",
  "kind.hearing": "Dëgjesë publike",
  "kind.consultation": "Konsultim publik",
  "kind.event": "Ngjarje",
  "kind.ceremony": "Ceremoni",
  "stage.planned": "E planifikuar",
  "stage.announced": "E njoftuar",
  "stage.open": "Po zhvillohet",
  "stage.closed": "E mbajtur",
  "stage.minutes_published": "Me procesverbal",
  "stage.cancelled": "E anuluar",
  "stage.postponed": "E shtyrë",
} satisfies Record<keyof typeof english, string>;
