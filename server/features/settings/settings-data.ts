import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { ToldContrast } from "./contrast.ts";
import type { CouncilDomains } from "./domain.service.ts";
import type { Contacts, Modules } from "./settings.schema.ts";

type Unit = "working" | "calendar" | "months" | "hours";

/** All that the settings' page shows. Days are `YYYY-MM-DD`. */
export interface SettingsData {
  today: string;
  names: Record<"place" | "municipality" | "council", LocalizedText>;
  contacts: Contacts;
  networks: readonly string[];
  languages: readonly Locale[];
  acts: "year" | "term";
  approval: boolean;
  /** Whether whoever asks may change any of it, or reads it only. */
  mayChange: boolean;
  mayDecideApproval: boolean;
  broadcast: { stream: string | null; connections: number };
  /** `contrast` is `null` for what is no colour. */
  colour: { own: string; contrast: ToldContrast | null };
  presets: readonly { code: string; name: string; brand: string }[];
  emblem: { emblem: string; emblemPicture: { src: string; width: number; height: number } | null };
  emblems: readonly { value: string; label: string }[];
  /** How it is told that the council has a picture of its own; `null` where it has none. */
  emblemOfOwn: { value: string; label: string } | null;
  /** Kilobytes. */
  largestEmblem: number;
  rules: readonly { code: string; title: string; number: number | null; unit: string; councilMay: string }[];
  periods: readonly {
    id: string;
    rule: string;
    title: string;
    number: number;
    unit: Unit;
    basis: "council" | "law";
    ground: LocalizedText;
    validFrom: string;
    validTo: string | null;
  }[];
  days: readonly {
    day: string;
    change: "added" | "confirmed" | "removed";
    name: LocalizedText | null;
    reason: LocalizedText;
    source: string;
  }[];
  /** Still to come; `mayChange` while the moon or the government decides. */
  holidays: readonly { day: string; name: LocalizedText; inLieuOf: string | null; mayChange: boolean }[];
  /** The council's own body; `null` before it is there. */
  body: string | null;
  members: readonly { id: string; name: string }[];
  domains: CouncilDomains;
  /** People who sign in with a passkey. */
  passkeyHolders: number;
  /** What the council says that it does not have. */
  modules: Modules;
}
