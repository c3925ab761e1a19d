import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** What an authenticator says beside its signature. */
export interface Saying {
  /** Where the browser is: whatever it was told, it says this. */
  origin: string;
  rpId: string;
  /** Whether the owner was recognised, and not only there. */
  isRecognised?: boolean;
}

/** A security key in software: it signs whatever it is told to, also what no honest browser would have it sign. */
export class Authenticator {
  readonly id = randomBytes(32);
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  counter = 0;

  #data({ rpId, isRecognised = true }: Saying, rest: Uint8Array, more = 0) {
    this.counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([1 | (isRecognised ? 4 : 0) | more]), counter, rest]);
  }
  #client(type: "webauthn.create" | "webauthn.get", challenge: string, { origin }: Saying) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** What a browser would say of a new passkey, as the form sends it. */
  make(challenge: string, saying: Saying): string {
    const { x, y } = this.#key.publicKey.export({ format: "jwk" });
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x!, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y!, "base64url"))],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const data = this.#data(saying, Buffer.concat([Buffer.alloc(16), length, this.id, cose]), 64);
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ["fmt", "none"],
        ["attStmt", new Map<string, string>()],
        ["authData", new Uint8Array(data)],
      ]),
    );
    return JSON.stringify({
      ...{ id: text(this.id), rawId: text(this.id), type: "public-key", clientExtensionResults: {} },
      response: {
        clientDataJSON: text(this.#client("webauthn.create", challenge, saying)),
        attestationObject: text(attestation),
        transports: ["internal"],
      },
    });
  }

  /** What a browser would say with it. */
  use(challenge: string, saying: Saying): string {
    const client = this.#client("webauthn.get", challenge, saying);
    const data = this.#data(saying, Buffer.alloc(0));
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.#key.privateKey);
    return JSON.stringify({
      ...{ id: text(this.id), rawId: text(this.id), type: "public-key", clientExtensionResults: {} },
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
      },
    });
  }
}
