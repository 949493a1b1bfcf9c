import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Drawn beyond what is seen, so that a quick scroll shows no gap. */
const BEYOND_ROWS = 8;

interface VirtualListProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** The line that the keyboard is on; -1 for none. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: () => void;
  readonly renderRow: (index: number) => ComponentChildren;
  /** Changes when rows have to be drawn again. */
  readonly version: number;
}

/**
 * A list of which only what is seen exists, with rows of one height. For the keyboard and for those who hear it, it is a listbox: the focus
 * stays on the list, which names the active row; each row says its place among all. The active row always exists.
 */
export function VirtualList(props: VirtualListProps) {
  const { id, label, count, active, onActive, onOpen, renderRow } = props;
  const box = useRef<HTMLDivElement>(null);
  const [rowHeight, setRowHeight] = useState(0);
  const [seen, setSeen] = useState({ first: 0, last: 0 });

  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    if (rowHeight === 0) return;
    const first = Math.floor(scrollTop / rowHeight);
    const last = Math.ceil((scrollTop + clientHeight) / rowHeight);
    setSeen((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [rowHeight]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      setRowHeight(element.querySelector<HTMLElement>('.row-measure')?.offsetHeight ?? 0);
      look();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [look]);

  useEffect(() => {
    if (active >= 0 && box.current && rowHeight > 0) scrollTo(box.current, active, rowHeight);
  }, [active, rowHeight]);

  const onKeyDown = (event: KeyboardEvent) => {
    const screen = Math.max(1, seen.last - seen.first - 2);
    const target = targetOf(event, active, count, screen);
    if (target !== null) onActive(target);
    else if (event.key === 'Enter') onOpen();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      id={id}
      class="virtual-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active >= 0 ? `${id}-${String(active)}` : undefined}
      onScroll={look}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0 && count > 0) onActive(0);
      }}
    >
      <div class="row row-measure" aria-hidden="true" />
      <div class="virtual-size" role="presentation" style={{ height: `${String(count * rowHeight)}px` }}>
        {indexesToDraw(seen, active, count).map((index) => (
          <div
            key={index}
            id={`${id}-${String(index)}`}
            class="row"
            role="option"
            aria-selected={index === active}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ top: `${String(index * rowHeight)}px` }}
            onClick={() => {
              onActive(index);
              onOpen();
            }}
          >
            {renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function indexesToDraw({ first, last }: { first: number; last: number }, active: number, count: number): number[] {
  const from = Math.max(0, first - BEYOND_ROWS);
  const to = Math.min(count, last + BEYOND_ROWS);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const isActiveBeyond = active >= 0 && active < count && (active < from || active >= to);
  return isActiveBeyond ? [...indexes, active] : indexes;
}

function targetOf(event: KeyboardEvent, active: number, count: number, screen: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return null;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + screen,
    PageUp: active - screen,
    Home: 0,
    End: count - 1,
  };
  const target = moves[event.key];
  return target === undefined ? null : Math.max(0, Math.min(target, count - 1));
}

/** No more than it takes to have the row in sight. */
function scrollTo(box: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
}
