import { button, element, isolated } from '../dom.ts';
import type { EvidenceItem } from '../evidence/evidence-upload.ts';
import type { FileFormat, Finding, Inspection } from '../metadata/index.ts';
import { size, text } from '../texts.ts';
import { untellingName } from './file-name.ts';
import { drawThumbnail } from './thumbnail.ts';

/** What is sent of a file that says more than it shows. */
type Sending = 'cleaned' | 'original' | 'both';

/** What keeps services from reading along, and has no property of its own everywhere; as the page's own fields have it. */
const PRIVATE = [
  ['autocorrect', 'off'],
  ['writingsuggestions', 'false'],
  ['data-gramm', 'false'],
] as const;

/** Formats of which nothing is removed, whatever is in them. */
const NEVER_CLEANED: ReadonlySet<FileFormat> = new Set(['pdf', 'office', 'audio', 'other']);

/** One file that the person chose: what was found in it, and what shall be sent of it. */
export class FileEntry {
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
  readonly isStory: boolean;
  readonly #number: number;
  readonly element = element('li', 'entry');
  readonly #onChange: (entry: FileEntry) => void;
  #inspection: Inspection | undefined;
  #sending: Sending = 'cleaned';
  #note = '';
  #problem = '';

  constructor(
    chosen: { readonly number: number; readonly name: string; readonly file: Blob; readonly isStory: boolean },
    onChange: (entry: FileEntry) => void,
  ) {
    this.id = `file-${String(chosen.number)}`;
    this.#number = chosen.number;
    this.name = chosen.name;
    this.file = chosen.file;
    this.isStory = chosen.isStory;
    this.#onChange = onChange;
  }

  /** Whether it is known what is in it: before that nothing of it may be sent. */
  get isReady(): boolean {
    return this.isStory || this.#inspection !== undefined;
  }

  get note(): string {
    return this.#note.trim().toWellFormed();
  }

  /** What goes into the evidence for this file, in this order. */
  get items(): EvidenceItem[] {
    const cleaned = this.#inspection?.cleaned ?? null;
    const story = this.isStory ? { story: true as const } : {};
    const item = (id: string, name: string, content: Blob) => ({ id, name, type: this.file.type, content, ...story });
    if (cleaned === null || this.#sending === 'original') return [item(this.id, this.name, this.file)];
    const first = item(this.id, untellingName(this.name, this.#number), cleaned);
    if (this.#sending === 'cleaned') return [first];
    return [first, item(`${this.id}-original`, text('originalName', { name: this.name }), this.file)];
  }

  setInspection(inspection: Inspection): void {
    this.#inspection = inspection;
    this.render(this.#onRemove);
  }

  setProblem(problem: string): void {
    this.#problem = problem;
    this.render(this.#onRemove);
  }

  #onRemove: () => void = () => undefined;

  render(onRemove: () => void): void {
    this.#onRemove = onRemove;
    const isFirstTime = this.element.childElementCount === 0;
    const thumbnail = this.element.querySelector('canvas');
    const remove = button(text('remove'), onRemove);
    remove.ariaLabel = text('removeNamed', { name: this.name });
    this.element.replaceChildren(
      ...(thumbnail ? [thumbnail] : []),
      element('p', 'entry-name', isolated(this.name), ' ', element('span', 'hint', size(this.file.size))),
      ...(this.#problem === '' ? [] : [element('p', 'entry-problem', this.#problem)]),
      ...this.#facts(),
      this.#noteField(),
      remove,
    );
    if (isFirstTime) void drawThumbnail(this.file, this.element);
  }

  #facts(): HTMLElement[] {
    if (this.isStory) return [];
    if (!this.#inspection) return [element('p', 'hint', text('fileChecking'))];
    const { format, findings, cleaned, complete } = this.#inspection;
    if (findings.length === 0) {
      const key =
        cleaned !== null && complete ? 'fileClean' : NEVER_CLEANED.has(format) ? 'fileNotCleaned' : 'fileUnclear';
      return [element('p', 'hint', text(key))];
    }
    const list = element('ul', '', ...findingItems(findings));
    const found = [element('p', '', text('fileFound')), list];
    return cleaned === null
      ? [...found, element('p', 'hint', text('fileNotCleaned'))]
      : [...found, this.#sendingChoices()];
  }

  #sendingChoices(): HTMLElement {
    const choices = [
      ['cleaned', text('fileSendCleaned')],
      ['original', text('fileSendOriginal')],
      ['both', text('fileSendBoth')],
    ] as const;
    return element(
      'fieldset',
      'item',
      element('legend', '', text('fileSend')),
      ...choices.map(([value, label]) => {
        const radio = element('input', '');
        radio.type = 'radio';
        radio.name = `sending-${this.id}`;
        radio.checked = value === this.#sending;
        radio.autocomplete = 'off';
        radio.addEventListener('change', () => {
          this.#sending = value;
          this.#onChange(this);
        });
        return element('label', 'choice', radio, element('span', '', label));
      }),
    );
  }

  #noteField(): HTMLElement {
    const field = element('input', '');
    field.type = 'text';
    field.value = this.#note;
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.translate = false;
    for (const [name, value] of PRIVATE) field.setAttribute(name, value);
    field.dir = 'auto';
    field.addEventListener('input', () => {
      this.#note = field.value;
    });
    return element('label', 'line', element('span', '', text('fileNote')), field);
  }
}

/** One line for each kind, however much of it there is. */
function findingItems(findings: readonly Finding[]): HTMLElement[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const values = findings.flatMap((finding) =>
      finding.kind === kind && finding.value !== undefined ? [finding.value] : [],
    );
    const words = text(`findings.${kind}`);
    if (values.length === 0) return element('li', '', words);
    return element(
      'li',
      '',
      `${words}: `,
      ...values.flatMap((value, i) => (i === 0 ? [isolated(value)] : [' · ', isolated(value)])),
    );
  });
}
