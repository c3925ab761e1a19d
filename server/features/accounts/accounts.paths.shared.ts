import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where accounts are dealt with. */
export const accountsPaths = {
  signIn: { sq: "/admin/hyrja", en: "/en/admin/sign-in" },
  signOut: { sq: "/admin/dalja", en: "/en/admin/sign-out" },
  code: { sq: "/admin/kodi", en: "/en/admin/code" },
  invitation: { sq: "/admin/ftesa/:token", en: "/en/admin/invitation/:token" },
  forgotten: { sq: "/admin/fjalekalimi", en: "/en/admin/password" },
  reset: { sq: "/admin/fjalekalimi/:token", en: "/en/admin/password/:token" },
  own: { sq: "/admin/llogaria", en: "/en/admin/account" },
  secondFactor: { sq: "/admin/llogaria/kodi", en: "/en/admin/account/code" },
  users: { sq: "/admin/perdoruesit", en: "/en/admin/users" },
} as const satisfies Record<string, InBoth>;
