/** What may be said about a person in a text, and by which it is noticed. */
export const findingKinds = ["personal_number", "birth_date", "phone", "need"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How sure it is: `certain` is not mistaken for anything else, `possible` wants a look. */
export const sureness = ["certain", "likely", "possible"] as const;
export type Sureness = (typeof sureness)[number];

/** What tells need, care or another thing that a stranger must not read about somebody. */
export const needs = [
  "aid",
  "disability",
  "child",
  "orphan",
  "illness",
  "violence",
  "homeless",
  "minority",
  "custody",
  "conviction",
] as const;
export type Need = (typeof needs)[number];

/** Something about a person on a page of a file, without the words themselves. */
export interface FoundPersonalData {
  kind: FindingKind;
  sureness: Sureness;
  /** From 1; `null` where a file has no pages. */
  page: number | null;
  /** Enough to find the place, too little to know the person: `J…W`, `A. H.`, `…67`. */
  hint: string;
  /** Of `need`. */
  need: Need | null;
}

/** Why a text was not read to its end. */
export const unreadReasons = ["time", "memory", "damaged", "encrypted", "size"] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** How the process that reads ends for a file that is locked with a password. */
export const lockedExit = 66;

export const textStates = ["text", "partly", "none", "unread", "not_asked"] as const;

/** What was found in a file's text. */
export interface TextCheck {
  /** `none` is a scanned paper, `partly` one with scanned pages; `not_asked` of a photo, a film or an archive. */
  state: (typeof textStates)[number];
  /** Of `unread`. */
  reason: UnreadReason | null;
  /** Of the whole file, and how many of them were read; `null` where a file has no pages. */
  pages: number | null;
  pagesRead: number | null;
  /** A guess by its words; `null` when they do not tell. */
  language: "sq" | "en" | "mul" | null;
  findings: FoundPersonalData[];
  /** Found altogether; more than `findings` when there were too many to keep. */
  found: number;
}
