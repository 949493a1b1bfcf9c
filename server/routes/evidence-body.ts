import type { Request, Response } from 'express';

import type { Grant } from '../blobs/room.ts';
import { acceptBody } from '../body.ts';
import { Refusal } from '../problems.ts';

/** How many more bytes a request may bring, and why no more. */
export interface Allowance {
  readonly bytes: number;
  readonly beyond: 'evidence-too-large' | 'evidence-work-due';
}

/** The body of a request that goes on with an upload, up to what is paid for and what there is room for. */
export class ArrivingPiece {
  readonly #request: Request;
  readonly #response: Response;
  readonly #allowance: Allowance;
  readonly #grant: Grant;
  #cutFor: 'evidence-no-room' | Allowance['beyond'] | undefined;

  constructor(request: Request, response: Response, allowance: Allowance, grant: Grant) {
    this.#request = request;
    this.#response = response;
    this.#allowance = allowance;
    this.#grant = grant;
  }

  /** A broken connection ends it quietly, so that all that came is written and the client can go on from there. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    acceptBody(this.#request, this.#response);
    let taken = 0;
    try {
      for await (const piece of this.#request.iterator({ destroyOnReturn: false })) {
        const bytes = piece as Uint8Array;
        taken += bytes.length;
        if (taken > this.#allowance.bytes) this.#cutFor = this.#allowance.beyond;
        else if (!(await this.#grant.extendTo(taken, this.#allowance.bytes))) this.#cutFor = 'evidence-no-room';
        if (this.#cutFor !== undefined) return;
        yield bytes;
      }
    } catch (error) {
      if (!this.#request.errored) throw error;
    }
  }

  /** Throws where not all of it was taken. */
  checkWhole(): void {
    if (this.#cutFor !== undefined) throw new Refusal(this.#cutFor);
  }
}
