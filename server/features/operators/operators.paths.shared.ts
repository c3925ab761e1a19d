import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where the operator's console begins, at the operator's own host. */
export const consoleHome = { sq: "/konsola", en: "/en/console" } as const satisfies InBoth;

/** The operators' own accounts, by the names of a council's. */
export const operatorPaths = {
  signIn: { sq: "/konsola/hyrja", en: "/en/console/sign-in" },
  signOut: { sq: "/konsola/dalja", en: "/en/console/sign-out" },
  code: { sq: "/konsola/kodi", en: "/en/console/code" },
  passkey: { sq: "/konsola/hyrja/celesi", en: "/en/console/sign-in/passkey" },
  passkeyChallenge: { sq: "/konsola/hyrja/celesi/sfida", en: "/en/console/sign-in/passkey/challenge" },
  invitation: { sq: "/konsola/ftesa/:token", en: "/en/console/invitation/:token" },
  reset: { sq: "/konsola/fjalekalimi/:token", en: "/en/console/password/:token" },
  own: { sq: "/konsola/llogaria", en: "/en/console/account" },
  secondFactor: { sq: "/konsola/llogaria/kodi", en: "/en/console/account/code" },
  recoveryCodes: { sq: "/konsola/llogaria/rezerva", en: "/en/console/account/recovery" },
  password: { sq: "/konsola/llogaria/fjalekalimi", en: "/en/console/account/password" },
  sessions: { sq: "/konsola/llogaria/hyrjet", en: "/en/console/account/sessions" },
  passkeys: { sq: "/konsola/llogaria/celesat", en: "/en/console/account/passkeys" },
  passkeysChallenge: { sq: "/konsola/llogaria/celesat/sfida", en: "/en/console/account/passkeys/challenge" },
  removePasskey: { sq: "/konsola/llogaria/celesat/heqja", en: "/en/console/account/passkeys/removal" },
  profile: { sq: "/konsola/llogaria/te-dhenat", en: "/en/console/account/details" },
} as const satisfies Record<string, InBoth>;

/** The councils, and the way into each. */
export const consolePaths = {
  council: { sq: "/konsola/keshillat/:slug", en: "/en/console/councils/:slug" },
} as const satisfies Record<string, InBoth>;

/** Where a hand-over leads, at the council's host. */
export const visitPaths = {
  handOver: { sq: "/admin/operatori/:token", en: "/en/admin/operator/:token" },
} as const satisfies Record<string, InBoth>;
