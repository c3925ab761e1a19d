import { fold } from "../../../fold.shared.ts";

/** What a paper of an item probably is, by the name of its file; a person may say otherwise. */
export function guessedRole(fileName: string): "draft_act" | "explanatory_report" | "annex" | "other" {
  const name = fold(fileName);
  if (/relacion|raport shpjegues|report/.test(name)) return "explanatory_report";
  if (/shtojc|aneks|annex/.test(name)) return "annex";
  return /projekt ?[-_]?(vendim|akt|urdh)|^(p\.?v\.?)\b|draft/.test(name) ? "draft_act" : "other";
}
