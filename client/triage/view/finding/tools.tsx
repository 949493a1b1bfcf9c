import { useEffect, useRef, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { openExportOfList } from '../../app/exporting.ts';
import { countOf, narrow, orderBy, showOnly } from '../../app/finding.ts';
import type { Order } from '../../desk/finder.ts';
import { useWords } from '../words.ts';
import { FilterPanel } from './filter-panel.tsx';

const ORDERS = ['newest', 'urgent', 'due'] as const satisfies readonly Order[];
/** Quick enough to be an answer while one types, slow enough not to ask for every letter. */
const SEARCH_AFTER_MS = 120;

/** What the list is searched, narrowed and ordered by. */
export function FindTools() {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const filter = useAppState((state) => state.filter);
  const order = useAppState((state) => state.order);
  const list = useAppState((state) => state.list);
  const count = countOf(filter);
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <search class="find" aria-label={t.find.label}>
      <SearchBox />
      <div class="find-row">
        <label class="visually-hidden" for="list-order">
          {t.find.order}
        </label>
        <select
          id="list-order"
          value={order}
          onChange={({ currentTarget }) => {
            const chosen = ORDERS.find((each) => each === currentTarget.value);
            if (chosen) orderBy(app, chosen);
          }}
        >
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {t.find.orders[each]}
            </option>
          ))}
        </select>
        {list.shown > 0 && (
          <button type="button" id="list-export" class="quiet" onClick={() => void openExportOfList(app)}>
            {words.count(t.out.exportShown, list.shown)}
          </button>
        )}
        {isNarrowed && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              document.getElementById('list-search')?.focus();
              showOnly(app, {});
            }}
          >
            {t.find.clear}
          </button>
        )}
      </div>
      <details class="filters">
        <summary id="list-filters">{count === 0 ? t.find.filters : words.count(t.find.filtersOn, count)}</summary>
        <FilterPanel />
      </details>
      <p class="hint" role="status">
        {isNarrowed && fill(t.find.shownOf, { shown: words.number(list.shown), total: words.number(list.total) })}
        {list.waiting > 0 && ` ${words.count(t.find.indexing, list.waiting)}`}
      </p>
    </search>
  );
}

/** Answers while one types. */
function SearchBox() {
  const app = useApp();
  const { t } = useWords();
  const asked = useAppState((state) => state.filter.words ?? '');
  const [text, setText] = useState(asked);
  const looking = useRef<ReturnType<typeof setTimeout>>();
  // Another filter was chosen, or none: the box follows.
  useEffect(() => {
    setText(asked);
  }, [asked]);
  return (
    <>
      <label class="visually-hidden" for="list-search">
        {t.find.search}
      </label>
      <input
        id="list-search"
        type="search"
        dir="auto"
        placeholder={t.find.search}
        title={t.find.searchHint}
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          clearTimeout(looking.current);
          looking.current = setTimeout(() => {
            narrow(app, { words: currentTarget.value });
          }, SEARCH_AFTER_MS);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            document.getElementById('reports')?.focus();
          }
        }}
      />
    </>
  );
}
