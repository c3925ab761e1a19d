export const defectKinds = [
  "file_missing",
  "file_damaged",
  "file_infected",
  "link_broken",
  "photo_without_text",
  "scan_without_text",
] as const;
export type DefectKind = (typeof defectKinds)[number];
