import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  /** What it is shown as, where that is more than its name. */
  readonly shown?: string;
  /** Reports in which it stands; `null` where it stands in none ever. */
  readonly used: number | null;
}

interface NamedListProps {
  readonly id: string;
  readonly items: readonly Named[];
  /** Names it otherwise; left out where it is changed in another way. */
  readonly onRename?: (item: Named, name: string) => Promise<boolean>;
  readonly onEdit?: (item: Named) => void;
  readonly onRemove: (item: Named) => Promise<boolean>;
}

/** What the office has named: each with where it is used, to be renamed and removed. */
export function NamedList({ id, items, ...acts }: NamedListProps) {
  const { t } = useWords();
  if (items.length === 0) return <p class="hint">{t.officeSettings.none}</p>;
  return (
    <ul class="named-list" id={id}>
      {items.map((item) => (
        <NamedRow key={item.id} item={item} listId={id} {...acts} />
      ))}
    </ul>
  );
}

interface RowProps extends Pick<NamedListProps, 'onRename' | 'onEdit' | 'onRemove'> {
  readonly item: Named;
  readonly listId: string;
}

function NamedRow({ item, listId, onRename, onEdit, onRemove }: RowProps) {
  const words = useWords();
  const { officeSettings } = words.t;
  const [state, setState] = useState<'shown' | 'renaming' | 'removing'>('shown');
  const { name, shown = name, used } = item;
  const show = () => {
    setState('shown');
  };
  const remove = async () => {
    if (await onRemove(item)) document.getElementById(`${listId}-title`)?.focus();
  };
  if (state === 'renaming' && onRename) {
    return (
      <li>
        <RenameForm
          name={name}
          onName={async (next) => {
            if (await onRename(item, next)) show();
          }}
          onCancel={show}
        />
      </li>
    );
  }
  if (state === 'removing') {
    return (
      <li>
        <p>
          <Inert>{shown}</Inert>: {words.count(officeSettings.removeUsed, used ?? 0)}
        </p>
        <div class="named-acts">
          <button type="button" onClick={() => void remove()}>
            {officeSettings.removeDo}
          </button>
          <button type="button" onClick={show}>
            {officeSettings.removeNot}
          </button>
        </div>
      </li>
    );
  }
  const plain = inert(shown);
  return (
    <li>
      <p>
        <Inert>{shown}</Inert>
        {used !== null && (
          <span class="hint">
            {' · '}
            {used === 0 ? officeSettings.unused : words.count(officeSettings.used, used)}
          </span>
        )}
      </p>
      <div class="named-acts">
        {onRename && (
          <button
            type="button"
            aria-label={fill(officeSettings.renameOf, { name: plain })}
            onClick={() => {
              setState('renaming');
            }}
          >
            {officeSettings.rename}
          </button>
        )}
        {onEdit && (
          <button
            type="button"
            aria-label={fill(officeSettings.editOf, { name: plain })}
            onClick={() => {
              onEdit(item);
            }}
          >
            {officeSettings.edit}
          </button>
        )}
        <button
          type="button"
          aria-label={fill(officeSettings.removeOf, { name: plain })}
          onClick={() => {
            if ((used ?? 0) > 0) setState('removing');
            else void remove();
          }}
        >
          {officeSettings.remove}
        </button>
      </div>
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

function RenameForm({ name, onName, onCancel }: RenameProps) {
  const { t } = useWords();
  const [next, setNext] = useState(name);
  return (
    <form
      class="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (next.trim() !== '') void onName(next.trim());
      }}
    >
      <input
        type="text"
        dir="auto"
        aria-label={fill(t.officeSettings.newName, { name: inert(name) })}
        maxLength={100}
        value={next}
        ref={focusOnce}
        onInput={({ currentTarget }) => {
          setNext(currentTarget.value);
        }}
      />
      <button type="submit">{t.officeSettings.keep}</button>
      <button type="button" class="quiet" onClick={onCancel}>
        {t.page.cancel}
      </button>
    </form>
  );
}

/** It took the place of what had the focus. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
