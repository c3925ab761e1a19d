import type { meetingLists as english } from "../en/meeting-lists.ts";

export const meetingLists = {
  state: "Gjendja",
  next_open: "Po zhvillohet tani",
  next_papers_one: "Një dokument",
  next_papers_other: "{{count}} dokumente",
  next_more_one: "edhe një pikë tjetër",
  next_more_other: "edhe {{count}} pika të tjera",
  next_none: "Për momentin nuk ka mbledhje të njoftuar.",
  filter_words: "Fjalë në titull ose në rendin e ditës",
  filter_stage: "Gjendja",
  column_meeting: "Mbledhja",
  column_hour: "Ora",
  column_items: "Pika",
  column_documents: "Dokumente",
  attendance_register: "Regjistri i pjesëmarrjes",
  attendance_text:
    "Kush erdhi në mbledhje, për çdo anëtar dhe çdo vit. Kush e mbajti vendin vetëm një pjesë të vitit, numërohet për atë pjesë.",
  attendance_empty: "Ende nuk është regjistruar pjesëmarrja",
  attendance_empty_text: "Pas çdo mbledhjeje këtu do të shihet kush erdhi dhe kush mungoi.",
  column_member: "Anëtari",
  column_strip: "Mbledhje pas mbledhjeje",
  without_seat: "nuk kishte vend në organ",
} satisfies Record<keyof typeof english, string>;
