import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

import type { PasskeyAssertion, PasskeyAttestation } from '../../crypto/index.ts';

/** Where a page says that it is, and what it was asked for. */
export interface Asked {
  readonly challenge: string;
  readonly origin: string;
  /** The relying party that the page named. */
  readonly site: string;
}

const PRESENT = 0x01;
const ATTESTED = 0x40;

/** A security key in software: makes one credential and signs with it (WebAuthn level 3), for whatever page it is told. */
export class SoftwareKey {
  readonly #id = randomBytes(16);
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  #counter = 0;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#publicKey = publicKey;
    this.#privateKey = privateKey;
  }

  attest(asked: Asked): PasskeyAttestation {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#coseKey()]);
    const authData = Buffer.concat([this.#authData(asked.site, PRESENT | ATTESTED), credential]);
    const attestation = Buffer.concat([
      Buffer.of(0xa3), // a map of three
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.of(0xa0), // an empty map
      cborText('authData'),
      cborBytes(authData),
    ]);
    return {
      id: text(this.#id),
      response: { clientDataJSON: text(clientData('webauthn.create', asked)), attestationObject: text(attestation) },
    };
  }

  assert(asked: Asked): PasskeyAssertion {
    this.#counter += 1;
    const data = clientData('webauthn.get', asked);
    const authData = this.#authData(asked.site, PRESENT);
    const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
    return {
      id: text(this.#id),
      response: {
        clientDataJSON: text(data),
        authenticatorData: text(authData),
        signature: text(createSign('sha256').update(signed).sign(this.#privateKey)),
      },
    };
  }

  #authData(site: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([createHash('sha256').update(site).digest(), Buffer.of(flags), counter]);
  }

  /** RFC 9053: an elliptic curve key (1: 2) for ES256 (3: -7) on P-256 (-1: 1). */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    const [first, second] = [x, y].map((value) => cborBytes(Buffer.from(value, 'base64url')));
    const head = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
    return Buffer.concat([head, Buffer.of(0x21), first ?? head, Buffer.of(0x22), second ?? head]);
  }
}

function cborText(value: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 | value.length), Buffer.from(value)]);
}

function cborBytes(value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(0x58, value.length), value]);
}

function clientData(type: string, { challenge, origin }: Asked): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
