import * as v from "valibot";
import { isoDate, localizedLine, localizedText } from "../../text.schema.ts";
import { StreamAddress } from "../following/stream-address.schema.ts";
import { moduleNames } from "./modules.shared.ts";
import { Theme } from "./settings.schema.ts";

const isEmpty = (given: unknown): boolean =>
  given === "" ||
  (typeof given === "object" &&
    given !== null &&
    Object.values(given).every((value) => value === null || isEmpty(value)));

/** A field that a form sends empty when nothing is known. */
const blank = <S extends v.GenericSchema>(schema: S) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((given) => (isEmpty(given) ? undefined : given)),
      v.optional(schema),
    ),
  );
const line = (maximum: number) => v.pipe(v.string(), v.trim(), v.maxLength(maximum, "text.too_long"));
const whole = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d+$/), v.transform(Number))], "number.not_whole"),
  v.integer("number.not_whole"),
);
const https = v.pipe(
  v.string(),
  v.trim(),
  v.url("url.malformed"),
  v.startsWith("https://", "url.malformed"),
  v.maxLength(500, "text.too_long"),
  v.check((text) => !URL.canParse(text) || new URL(text).username === "", "url.with_password"),
);
/** A word stands only before a number, as in `ext. 12`. */
const phone = v.pipe(
  line(40),
  v.regex(/^[\d\s+()/.,;–-]*(?:(?<=\d\W*)\p{L}{1,10}\.?\s*\d[\d\s+()/.,;–-]*)*$/u, "settings.phone_malformed"),
);
const email = v.pipe(v.string(), v.trim(), v.email("email.malformed"), v.maxLength(254, "text.too_long"));

/** The forms of a council's name; Albanian inflects, so each is written. */
export const NamesChange = v.object({
  place: localizedLine(80),
  municipality: localizedLine(120),
  council: localizedLine(160),
});
export type NamesChange = v.InferInput<typeof NamesChange>;

export const ContactsChange = v.object({
  address: blank(localizedText(300)),
  phone: blank(phone),
  email: blank(email),
  hours: blank(localizedText(200)),
  municipalityWebsite: blank(https),
  /** Administrative units, one a line. */
  units: v.optional(
    v.pipe(
      v.union([v.array(v.string()), v.string()]),
      v.transform((given) =>
        (typeof given === "string" ? given.split("\n") : given).map((unit) => unit.trim()).filter(Boolean),
      ),
      v.array(v.pipe(v.string(), v.maxLength(80, "text.too_long"))),
      v.maxLength(60, "settings.too_many"),
    ),
    [],
  ),
  seats: blank(v.pipe(whole, v.minValue(1, "number.not_whole"), v.maxValue(99, "number.not_whole"))),
  term: blank(
    v.pipe(
      line(20),
      v.regex(/^\d{4}–\d{4}$/, "settings.term_malformed"),
      v.check((text) => text.slice(0, 4) < text.slice(-4), "settings.term_backwards"),
    ),
  ),
});
export type ContactsChange = v.InferInput<typeof ContactsChange>;

const personFields = {
  name: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(120, "text.too_long")),
  role: blank(localizedText(200)),
  phone: blank(phone),
  email: blank(email),
  hours: blank(localizedText(200)),
};
const Media = v.object({ ...personFields, accreditation: blank(localizedText(600)) });
/** Whom journalists reach; nobody, where all of it is left empty. */
export const MediaChange = blank(Media);
export type MediaChange = v.InferInput<typeof Media>;
const DataOfficer = v.object(personFields);
/** Who answers for personal data; likewise. */
export const DataOfficerChange = blank(DataOfficer);
export type DataOfficerChange = v.InferInput<typeof DataOfficer>;

/** Social networks as the public page names them. */
export const networks = [
  "Facebook",
  "Instagram",
  "YouTube",
  "X",
  "LinkedIn",
  "TikTok",
  "WhatsApp",
  "Telegram",
] as const;
export type Network = (typeof networks)[number];
/** Where each has its pages, the part before it left out. */
const hosts: Record<Network, readonly string[]> = {
  Facebook: ["facebook.com", "fb.com", "fb.me"],
  Instagram: ["instagram.com"],
  YouTube: ["youtube.com", "youtu.be"],
  X: ["x.com", "twitter.com"],
  LinkedIn: ["linkedin.com", "lnkd.in"],
  TikTok: ["tiktok.com"],
  WhatsApp: ["whatsapp.com", "wa.me"],
  Telegram: ["t.me", "telegram.me", "telegram.org"],
};
const isAt = (network: Network, address: string): boolean => {
  if (!URL.canParse(address)) return true;
  const { hostname } = new URL(address);
  return hosts[network].some((host) => hostname === host || hostname.endsWith(`.${host}`));
};
const blankAddress = (network: Network) =>
  blank(
    v.pipe(
      https,
      v.check((address) => isAt(network, address), "settings.other_network"),
    ),
  );
/** An address for each network; those without one are left out. */
export const SocialChange = v.object(
  Object.fromEntries(networks.map((network) => [network, blankAddress(network)])) as Record<
    Network,
    ReturnType<typeof blankAddress>
  >,
);
export type SocialChange = v.InferInput<typeof SocialChange>;

export const ColourChange = v.object({
  brand: v.pipe(v.string(), v.trim(), v.toLowerCase(), Theme.entries.brand),
});
export type ColourChange = v.InferInput<typeof ColourChange>;

export const EmblemChange = v.object({ emblem: Theme.entries.emblem });
export type EmblemChange = v.InferInput<typeof EmblemChange>;

/** English may be switched off; Albanian never. */
export const LanguagesChange = v.object({ english: blank(v.literal("on")) });
export type LanguagesChange = v.InferInput<typeof LanguagesChange>;

/** Where meetings are streamed that have no stream of their own, and how many connections to one that sits a single network may hold. */
export const BroadcastChange = v.object({
  stream: blank(StreamAddress),
  connections: v.pipe(whole, v.minValue(20, "settings.connections"), v.maxValue(100_000, "settings.connections")),
});
export type BroadcastChange = v.InferInput<typeof BroadcastChange>;

export const NumberingChange = v.object({ acts: v.picklist(["year", "term"], "settings.numbering_unknown") });
export type NumberingChange = v.InferInput<typeof NumberingChange>;

export const ApprovalChange = v.object({ approval: blank(v.literal("on")) });
export type ApprovalChange = v.InferInput<typeof ApprovalChange>;

const Module = v.picklist(moduleNames, "settings.module_unknown");
/** Something that the council does not have. */
export const ModuleOff = v.object({
  module: Module,
  since: v.pipe(v.string("text.required"), v.minLength(1, "text.required"), isoDate),
  reason: localizedText(400),
});
export type ModuleOff = v.InferInput<typeof ModuleOff>;
export const ModuleOn = v.object({ module: Module });
export type ModuleOn = v.InferInput<typeof ModuleOn>;
