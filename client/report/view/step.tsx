import type { ComponentChildren } from 'preact';

interface StepProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** One screen of the form. All but the first wait until the script shows them. */
export function Step({ id, children }: StepProps) {
  return (
    <section class="step" data-step={id} hidden={id !== 'start'}>
      {children}
    </section>
  );
}

/** The heading of a screen: where the focus goes when it is shown. */
export function Heading({ children }: { readonly children: ComponentChildren }) {
  return (
    <h1 tabindex={-1} data-heading>
      {children}
    </h1>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoicesProps {
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly choices: readonly Choice[];
  /** The choice of not saying, which unticks the others; a radio button starts with it. */
  readonly ratherNotSay?: string;
}

export function Choices({ name, type, choices, ratherNotSay }: ChoicesProps) {
  const all = ratherNotSay === undefined ? choices : [...choices, { value: '', label: ratherNotSay }];
  return (
    <>
      {all.map(({ value, label }) => (
        <label class="choice">
          <input type={type} name={name} value={value} checked={type === 'radio' && value === ''} autocomplete="off" />
          <span>{label}</span>
        </label>
      ))}
    </>
  );
}

/** Nothing of what is written here goes to a spelling or translation service. */
export const PRIVATE_TEXT = {
  dir: 'auto',
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: false,
  translate: 'no' as unknown as boolean,
  'data-gramm': 'false',
  writingsuggestions: 'false',
} as const;

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly inputmode?: 'numeric';
  readonly short?: boolean;
}

/** One line of text with its label around it, so that it needs no id and can be repeated. */
export function Line({ name, label, inputmode, short = false }: LineProps) {
  return (
    <label class="line">
      <span>{label}</span>
      <input type="text" class={short ? 'short' : undefined} name={name} inputmode={inputmode} {...PRIVATE_TEXT} />
    </label>
  );
}
