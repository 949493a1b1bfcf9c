import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Trouble } from '../trouble.ts';
import { useWords } from './use-words.ts';

/** The first heading of a screen: whoever hears the page learns that another screen has come. */
export function Heading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabindex={-1}>
      {children}
    </h1>
  );
}

interface FieldProps extends Omit<InputHTMLAttributes, 'name' | 'id'> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export function Field({ name, label, hint, ...input }: FieldProps) {
  const hintId = `${name}-hint`;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={hint === undefined ? undefined : hintId}
        {...input}
      />
    </div>
  );
}

/** For six digits. */
export const CODE_INPUT = {
  inputMode: 'numeric',
  autocomplete: 'one-time-code',
  maxLength: 12,
  class: 'code',
} as const;

/** What went wrong, and what to do: the focus goes there. */
export function Alert({ trouble }: { readonly trouble: Trouble | null }) {
  const words = useWords();
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (trouble) box.current?.focus();
  }, [trouble]);
  return (
    <div role="alert">
      {trouble && (
        <p ref={box} class="problem" tabindex={-1}>
          {words.trouble(trouble)}
        </p>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: 'main' | 'second' | 'link';
  readonly isBusy?: boolean;
  readonly id?: string;
  readonly describedBy?: string;
  /** Left out: it submits its form. */
  onPress?(): void;
}

/** One that is busy keeps the focus. */
export function Button({ children, kind = 'main', isBusy = false, id, describedBy, onPress }: ButtonProps) {
  return (
    <button
      id={id}
      type={onPress ? 'button' : 'submit'}
      class={kind}
      aria-disabled={isBusy}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}

/** The fields of a form by their names, as they were typed. */
export function fieldsOf(event: Event): (name: string) => string {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}
