import { useEffect, useState } from 'preact/hooks';

import { fill } from '../../messages/index.ts';
import type { OpenedFile } from '../calls/evidence-calls.ts';
import { InertText } from './inert-text.tsx';
import { useWords } from './words.ts';

interface ShownProps {
  readonly opened: OpenedFile;
  readonly name: string;
}

/**
 * A file of a stranger, as far as it can be shown without being able to do anything: pictures, sound and film as data in a frame that has
 * neither script nor origin, text as text. Whatever else there is can only be saved.
 */
export function Shown({ opened, name }: ShownProps) {
  const { t } = useWords();
  const { shownAs, frame, text } = opened;
  if (shownAs === 'text') return <ShownText text={text} name={name} />;
  if (shownAs === 'nothing') return <p class="note">{t.evidence.notShown}</p>;
  const title = fill(t.evidence[shownAs], { name });
  if (frame) return <Framed frame={frame} title={title} isVeiled={shownAs !== 'audio'} />;
  if (shownAs === 'image') return <p class="note">{t.evidence.tooLarge}</p>;
  return <Played opened={opened} title={title} />;
}

interface FramedProps {
  readonly frame: Blob;
  readonly title: string;
  readonly isVeiled: boolean;
}

/** `sandbox` is empty: no script, no forms, no origin, no way out. Pictures are veiled until somebody is ready for them. */
function Framed({ frame, title, isVeiled }: FramedProps) {
  const { t } = useWords();
  const address = useBlobAddress(frame);
  const [isClear, setClear] = useState(!isVeiled);
  if (address === '') return null;
  return (
    <figure class={isClear ? 'shown' : 'shown veiled'}>
      <div class={isVeiled ? 'frame' : 'frame sound'}>
        <iframe sandbox="" referrerpolicy="no-referrer" title={title} src={address} inert={!isClear} />
      </div>
      {isVeiled && (
        <figcaption>
          {!isClear && <span class="hint">{t.evidence.veiled}</span>}
          <button
            type="button"
            onClick={() => {
              setClear(!isClear);
            }}
          >
            {isClear ? t.evidence.veil : t.evidence.unveil}
          </button>
        </figcaption>
      )}
    </figure>
  );
}

/** Long recordings are played in the page: a player runs nothing that is in them either, and as data they would fill the memory. */
function Played({ opened: { file, mime, shownAs }, title }: { readonly opened: OpenedFile; readonly title: string }) {
  const [typed] = useState(() => new Blob([file], { type: mime }));
  const address = useBlobAddress(typed);
  if (address === '') return null;
  return shownAs === 'audio' ? (
    <audio class="played" controls src={address} aria-label={title} />
  ) : (
    <video class="played" controls src={address} aria-label={title} />
  );
}

function ShownText({ text, name }: { readonly text: OpenedFile['text']; readonly name: string }) {
  const { t } = useWords();
  if (!text) return null;
  return (
    <>
      <div class="shown-text" role="region" tabIndex={0} aria-label={fill(t.evidence.text, { name })}>
        <InertText>{text.start}</InertText>
      </div>
      {!text.isWhole && <p class="hint">{t.evidence.textCut}</p>}
    </>
  );
}

/** An address for as long as the component is there. */
function useBlobAddress(blob: Blob): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return address;
}
