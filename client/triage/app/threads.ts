import { answerCalls, type Handlers } from '../calls/answering.ts';
import { Caller } from '../calls/caller.ts';
import type { DeskCalls } from '../calls/desk-calls.ts';
import type { Changed, PageCalls } from '../calls/page-calls.ts';
import type { Role } from '../calls/role.ts';

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

/** What starts workers from the one script that the page carries: the only script address that its policy lets through. */
export function workersFrom(script: Blob): () => Worker {
  const address = URL.createObjectURL(script);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('amparo', {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError('not our worker');
      return url;
    },
  });
  return () => new Worker(policy?.createScriptURL(address) ?? address);
}

/** The worker that holds the secrets, and the helpers that it asks for: a page alone can start workers that survive in every browser. */
export class Threads {
  readonly desk: Caller<DeskCalls>;
  readonly #startWorker: () => Worker;
  readonly #worker: Worker;
  readonly #helpers = new Map<number, Worker>();
  #lastHelper = 0;

  constructor(startWorker: () => Worker, onChanged: (changed: Changed) => void) {
    this.#startWorker = startWorker;
    const line = new MessageChannel();
    const page = new MessageChannel();
    answerCalls<PageCalls>(page.port1, this.#pageHandlers(onChanged));
    this.desk = new Caller(line.port1);
    this.#worker = startWorker();
    const role: Role = { role: 'desk', line: line.port2, page: page.port2 };
    this.#worker.postMessage(role, [line.port2, page.port2]);
  }

  /** Everything that was in memory ends with the workers. */
  end(): void {
    this.#worker.terminate();
    for (const helper of this.#helpers.values()) helper.terminate();
    this.#helpers.clear();
    this.desk.hangUp();
  }

  #pageHandlers(onChanged: (changed: Changed) => void): Handlers<PageCalls> {
    return {
      startHelper: (_, { transfer }) => {
        const { port1, port2 } = new MessageChannel();
        const helper = this.#startWorker();
        const role: Role = { role: 'helper', line: port1 };
        helper.postMessage(role, [port1]);
        const id = (this.#lastHelper += 1);
        this.#helpers.set(id, helper);
        transfer(port2);
        return { id, port: port2 };
      },
      endHelper: (id) => {
        this.#helpers.get(id)?.terminate();
        this.#helpers.delete(id);
        return null;
      },
      changed: (changed) => {
        onChanged(changed);
        return null;
      },
    };
  }
}
