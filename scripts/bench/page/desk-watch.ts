/// <reference lib="dom" />

/** A call from the page to its worker, and how long the answer took. */
export interface DeskCall {
  readonly call: string;
  readonly ms: number;
  readonly answer: unknown;
}

declare global {
  /** What the bench reads from the desk. */
  var deskCalls: DeskCall[];
}

/** Put into the page before any script of its own, as text: listens to what the page and its workers say to each other. */
export function watchDesk(): void {
  globalThis.deskCalls = [];
  const begun = new Map<unknown, { readonly call: string; readonly at: number }>();
  const watched = new WeakSet<EventTarget>();
  for (const { prototype } of [Worker, MessagePort]) {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on whatever it was called on
    const post = prototype.postMessage as (message: unknown, transfer: Transferable[]) => void;
    prototype.postMessage = function (this: Worker | MessagePort, message: unknown, transfer: Transferable[] = []) {
      const { id, call } = (message ?? {}) as { id?: unknown; call?: string };
      if (call !== undefined) begun.set(id, { call, at: performance.now() });
      if (!watched.has(this)) {
        watched.add(this);
        this.addEventListener('message', (event) => {
          const { id: of, answer } = ((event as MessageEvent).data ?? {}) as { id?: unknown; answer?: unknown };
          const start = begun.get(of);
          if (!start || answer === undefined) return;
          begun.delete(of);
          globalThis.deskCalls.push({ call: start.call, ms: performance.now() - start.at, answer });
        });
      }
      post.call(this, message, transfer);
    } as typeof prototype.postMessage;
  }
}
