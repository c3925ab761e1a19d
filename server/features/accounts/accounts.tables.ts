import type { Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { Locale } from "../../locale.shared.ts";
import type { Role } from "./roles.shared.ts";

/** A password as it is kept: Argon2id with what it was made with; `nonce` and `tag` are base64url. */
export interface KeptPassword {
  algorithm: "argon2id";
  /** KiB */
  memory: number;
  passes: number;
  parallelism: number;
  nonce: string;
  tag: string;
}

export interface AccountsTable {
  id: Generated<string>;
  /** In lower case. */
  email: string;
  name: string;
  password: JsonOrNull<KeptPassword>;
  /** Sealed; a second factor only once it is confirmed. */
  totp_secret: string | null;
  totp_confirmed_at: Date | null;
  /** The last step of which a code was taken: it and those before it are not taken again. */
  totp_last_step: number | null;
  state: Generated<"active" | "disabled">;
  language: Generated<Locale>;
  /** Whom of the council's register it belongs to. */
  person_id: Generated<string | null>;
  created_at: Date;
  updated_at: Date;
  last_signed_in_at: Date | null;
}

export interface AccountRolesTable {
  account_id: string;
  role: Role;
  granted_at: Date;
}

export interface AccountSessionsTable {
  id_hash: string;
  account_id: string;
  created_at: Date;
  last_seen_at: Date;
  /** Moves on while the session is used. */
  expires_at: Date;
  /** When the second factor was passed. */
  verified_at: Date | null;
  /** When the password was given last: what is sensitive asks for it again after a while. */
  confirmed_at: Date;
  user_agent: string;
}

export interface AccountLinksTable {
  token_hash: string;
  purpose: "invitation" | "reset";
  /** Of a reset. An invited person has no account yet. */
  account_id: string | null;
  email: string;
  name: string | null;
  roles: Generated<Role[]>;
  language: Locale;
  person_id: Generated<string | null>;
  created_by: Json<object>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface AccountRecoveryCodesTable {
  account_id: string;
  code_hash: string;
  used_at: Date | null;
}

export interface SignInAttemptsTable {
  /** Hash of what is counted: an account, an address. */
  bucket: string;
  window_start: Date;
  count: number;
}

export interface AccountPasskeysTable {
  /** As the authenticator calls it, in base64url. */
  passkey_id: string;
  account_id: string;
  /** COSE, in base64url. */
  public_key: string;
  /** How often it was used, where the authenticator counts. */
  counter: number;
  transports: string[];
  /** As its owner calls it. */
  name: string;
  /** Whether it is on more than one device. */
  is_synced: boolean;
  created_at: Date;
  last_used_at: Date | null;
}

/** A browser in which an account has been signed in with both factors. */
export interface AccountDevicesTable {
  /** Of what the browser holds, for this account alone. */
  device_hash: string;
  account_id: string;
  signed_in_at: Date;
}

/** What an authenticator is asked to sign, once and soon. */
export interface AccountChallengesTable {
  challenge_hash: string;
  purpose: "register" | "sign_in" | "second_factor";
  /** Whose it is: hash of a session, or of what the browser was given before there is one. */
  holder_hash: string;
  expires_at: Date;
}

export interface AccountTables {
  accounts: AccountsTable;
  account_roles: AccountRolesTable;
  account_sessions: AccountSessionsTable;
  account_links: AccountLinksTable;
  account_recovery_codes: AccountRecoveryCodesTable;
  sign_in_attempts: SignInAttemptsTable;
  account_passkeys: AccountPasskeysTable;
  account_challenges: AccountChallengesTable;
  account_devices: AccountDevicesTable;
}
