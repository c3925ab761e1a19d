import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where accounts are dealt with. */
export const accountsPaths = {
  signIn: { sq: "/admin/hyrja", en: "/en/admin/sign-in" },
  signOut: { sq: "/admin/dalja", en: "/en/admin/sign-out" },
  code: { sq: "/admin/kodi", en: "/en/admin/code" },
  invitation: { sq: "/admin/ftesa/:token", en: "/en/admin/invitation/:token" },
  passkey: { sq: "/admin/hyrja/celesi", en: "/en/admin/sign-in/passkey" },
  passkeyChallenge: { sq: "/admin/hyrja/celesi/sfida", en: "/en/admin/sign-in/passkey/challenge" },
  forgotten: { sq: "/admin/fjalekalimi", en: "/en/admin/password" },
  reset: { sq: "/admin/fjalekalimi/:token", en: "/en/admin/password/:token" },
  own: { sq: "/admin/llogaria", en: "/en/admin/account" },
  secondFactor: { sq: "/admin/llogaria/kodi", en: "/en/admin/account/code" },
  recoveryCodes: { sq: "/admin/llogaria/rezerva", en: "/en/admin/account/recovery" },
  password: { sq: "/admin/llogaria/fjalekalimi", en: "/en/admin/account/password" },
  sessions: { sq: "/admin/llogaria/hyrjet", en: "/en/admin/account/sessions" },
  passkeys: { sq: "/admin/llogaria/celesat", en: "/en/admin/account/passkeys" },
  passkeysChallenge: { sq: "/admin/llogaria/celesat/sfida", en: "/en/admin/account/passkeys/challenge" },
  removePasskey: { sq: "/admin/llogaria/celesat/heqja", en: "/en/admin/account/passkeys/removal" },
  profile: { sq: "/admin/llogaria/te-dhenat", en: "/en/admin/account/details" },
  users: { sq: "/admin/perdoruesit", en: "/en/admin/users" },
  invite: { sq: "/admin/perdoruesit/fto", en: "/en/admin/users/invite" },
  withdrawInvitation: { sq: "/admin/perdoruesit/terhiq-ftesen", en: "/en/admin/users/withdraw-invitation" },
  endVisit: { sq: "/admin/perdoruesit/mbyll-viziten", en: "/en/admin/users/end-visit" },
  user: { sq: "/admin/perdoruesit/:id", en: "/en/admin/users/:id" },
  userRoles: { sq: "/admin/perdoruesit/:id/rolet", en: "/en/admin/users/:id/roles" },
  userState: { sq: "/admin/perdoruesit/:id/gjendja", en: "/en/admin/users/:id/state" },
  userSecondFactor: { sq: "/admin/perdoruesit/:id/kodi", en: "/en/admin/users/:id/code" },
} as const satisfies Record<string, InBoth>;

/** Accounts are entered and kept alike in a council's workspace and in the operator's console, each at its own addresses. */
type Paths<Names extends keyof typeof accountsPaths> = Readonly<Record<Names, InBoth>>;
export type EntrancePaths = Paths<
  "signIn" | "signOut" | "code" | "passkey" | "passkeyChallenge" | "invitation" | "reset" | "own" | "secondFactor"
>;
export type OwnPaths = Paths<
  | "signIn"
  | "code"
  | "own"
  | "secondFactor"
  | "recoveryCodes"
  | "password"
  | "sessions"
  | "profile"
  | "passkeys"
  | "passkeysChallenge"
  | "removePasskey"
>;
