import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { TenantDb } from "../db/tenant-db.ts";
import { databaseIsAway } from "../http/database-away.ts";
import { type ChallengeUse, keepChallenge, takeChallenge } from "./challenges.ts";

/** Brought along by whoever uses a passkey first: most processes begin without it. */
const library = () => import("@simplewebauthn/server");

/** Where passkeys are used: they are made for one host and serve at no other. */
export interface PasskeyPlace {
  /** `keshilli.example`, without port. */
  host: string;
  /** `https://keshilli.example` */
  origin: string;
  /** As people call it. */
  name: string;
}

interface Asking {
  db: TenantDb;
  now: Date;
  place: PasskeyPlace;
  use: ChallengeUse;
}

/** A passkey as it is kept. */
export interface KeptPasskey {
  id: string;
  /** COSE, in base64url. */
  publicKey: string;
  counter: number;
  transports: readonly string[];
}
type Known = Pick<KeptPasskey, "id" | "transports">;
const described = ({ id, transports }: Known) => ({ id, transports: [...transports] });

interface Owner {
  id: string;
  email: string;
  name: string;
}

/**
 * What a browser is told to make a passkey. It is to be found without a name being typed, and to know its owner by finger,
 * face or number: so it is both factors at once.
 */
export async function askForNew({ db, now, place, use }: Asking, owner: Owner, known: readonly Known[]) {
  const options = await (await library()).generateRegistrationOptions({
    ...{ rpID: place.host, rpName: place.name, userName: owner.email, userDisplayName: owner.name },
    userID: new TextEncoder().encode(owner.id),
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(db, now, options.challenge, use);
  return options;
}

/** What a browser is told to use one: any that it finds for this host, or one of those that are known. */
export async function askForKnown({ db, now, place, use }: Asking, known?: readonly Known[]) {
  const options = await (await library()).generateAuthenticationOptions({
    rpID: place.host,
    userVerification: "required",
    ...(known && { allowCredentials: known.map(described) }),
  });
  await keepChallenge(db, now, options.challenge, use);
  return options;
}

const expected = ({ db, now, place, use }: Asking) => ({
  expectedChallenge: (challenge: string) => takeChallenge(db, now, challenge, use),
  expectedOrigin: place.origin,
  expectedRPID: place.host,
  requireUserVerification: true,
});

/** What is to be kept of a new passkey; `null` where the answer is not to what was asked here and now. */
export async function readNew(
  asking: Asking,
  response: RegistrationResponseJSON,
): Promise<(KeptPasskey & { isSynced: boolean }) | null> {
  const { registrationInfo } = await (await library())
    .verifyRegistrationResponse({ response, ...expected(asking) })
    .catch(refused);
  if (!registrationInfo) return null;
  const { credential, credentialBackedUp, credentialDeviceType } = registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: credential.counter,
    transports: credential.transports ?? [],
    isSynced: credentialBackedUp || credentialDeviceType === "multiDevice",
  };
}

/** How often the passkey says it was used; `null` where the answer is not this passkey's, to what was asked here and now. */
export async function readKnown(
  asking: Asking,
  response: AuthenticationResponseJSON,
  { id, publicKey, counter }: KeptPasskey,
): Promise<number | null> {
  const credential = { id, publicKey: Uint8Array.from(Buffer.from(publicKey, "base64url")), counter };
  const answer = await (await library())
    .verifyAuthenticationResponse({ response, credential, ...expected(asking) })
    .catch(refused);
  return "authenticationInfo" in answer && answer.verified ? answer.authenticationInfo.newCounter : null;
}

/** The library throws whatever it does not like about an answer, which came from outside. */
function refused(failure: unknown): { verified: false; registrationInfo?: never } {
  if (databaseIsAway(failure)) throw failure;
  return { verified: false };
}
