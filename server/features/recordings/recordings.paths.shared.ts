import type { InBoth } from "../elements/catalogue.shared.ts";

const at = (sq: string, en: string) =>
  ({
    sq: `/admin/mbledhjet/:id/regjistrimi${sq}`,
    en: `/en/admin/meetings/:id/recording${en}`,
  }) satisfies InBoth;

/** Addresses of the recording of a meeting in the workspace. */
export const recordingPaths = {
  page: at("", ""),
  link: at("/lidhja", "/link"),
  upload: at("/ngarkimi", "/upload"),
  chapters: at("/kapitujt", "/chapters"),
  newChapter: at("/kapitujt/i-ri", "/chapters/new"),
  shift: at("/kapitujt/zhvendosja", "/chapters/shift"),
  fromLog: at("/kapitujt/nga-ditari", "/chapters/from-log"),
  captionsText: at("/titrat/:language", "/captions/:language"),
  captions: at("/titrat/ngarkimi", "/captions/upload"),
  captionsRemoval: at("/titrat/heqja", "/captions/removal"),
  poster: at("/pamja/ngarkimi", "/poster/upload"),
  posterRemoval: at("/pamja/heqja", "/poster/removal"),
  submission: at("/dorezimi", "/submission"),
  publication: at("/botimi", "/publication"),
  withdrawal: at("/terheqja", "/withdrawal"),
  removal: at("/heqja", "/removal"),
} as const satisfies Record<string, InBoth>;

/** A size of the picture before the film, also of one that the public has not. */
export const posterPath = (meetingId: string, width: number): string =>
  `/api/v1/admin/recordings/${meetingId}/poster/${width}`;
