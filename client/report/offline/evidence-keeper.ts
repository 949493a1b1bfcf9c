import type { EvidenceItem } from '../evidence/evidence-upload.ts';
import type { EvidenceSink, Outgoing } from '../files/evidence-sink.ts';
import type { ToSeal } from '../messages.ts';

/** Files stay where they are until all is sealed at once: there is nowhere to send them. */
export class EvidenceKeeper implements EvidenceSink {
  #items: readonly EvidenceItem[] = [];

  mount(): void {
    // Nothing is on its way, so there is nothing to show.
  }

  add(item: EvidenceItem): void {
    this.#items = [...this.#items, item];
  }

  remove(id: string): void {
    this.#items = this.#items.filter((item) => item.id !== id);
  }

  prepare({ report, excluded, notes }: Outgoing): Promise<ToSeal> {
    const items = this.#items.map((item, i) => (notes[i] ? { ...item, note: notes[i] } : item));
    return Promise.resolve({ type: 'save', report, excluded, items });
  }

  recover(): void {
    throw new Error('no server can lose what was never sent');
  }

  clear(): void {
    this.#items = [];
  }
}
