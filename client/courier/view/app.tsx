import { useEffect, useState } from 'preact/hooks';

import type { ReviewStatus } from '../../../crypto/index.ts';
import { fetchStatus } from '../api.ts';
import { LANGUAGES, languageFor, type Language } from '../messages/index.ts';
import type { Trouble } from '../trouble.ts';
import { troubleOf } from '../trouble.ts';
import { Words } from '../words.ts';
import { Desk } from './desk.tsx';
import { EnrolScreen, InvitationScreen, type Invited } from './enrol.tsx';
import { NameScreen, SecondScreen, type FirstFactor } from './sign-in.tsx';
import { useWords, WordsContext } from './use-words.ts';

/** What the page was rendered with. */
export interface OfficeOfPage {
  readonly name: string;
  readonly isDemo: boolean;
}

type Screen =
  | { readonly at: 'starting' }
  | { readonly at: 'name'; readonly name: string; readonly said: Trouble | string | null }
  | { readonly at: 'second'; readonly first: FirstFactor }
  | { readonly at: 'invitation' }
  | { readonly at: 'enrol'; readonly invited: Invited }
  | { readonly at: 'desk'; readonly status: ReviewStatus };

export function Courier({ office }: { readonly office: OfficeOfPage }) {
  const [language, setLanguage] = useState(() => languageFor(navigator.languages));
  const words = new Words(language);
  useEffect(() => {
    document.documentElement.lang = language.tag;
    document.documentElement.dir = language.direction;
    document.title = language.texts.page.title;
  }, [language]);
  return (
    <WordsContext.Provider value={words}>
      <Top office={office} onLanguage={setLanguage} />
      <main>
        <Screens />
      </main>
    </WordsContext.Provider>
  );
}

interface TopProps {
  readonly office: OfficeOfPage;
  onLanguage(language: Language): void;
}

function Top({ office, onLanguage }: TopProps) {
  const { t, language } = useWords();
  return (
    <header>
      {office.isDemo && <p class="demo">{t.page.demo}</p>}
      <div class="bar">
        <p class="office">
          <span>{t.page.title}</span> <bdi>{office.name}</bdi>
        </p>
        <label class="languages">
          <span class="visually-hidden">{t.page.language}</span>
          <select
            id="language"
            value={language.tag}
            onChange={(event) => {
              onLanguage(languageFor([event.currentTarget.value]));
            }}
          >
            {LANGUAGES.map(({ tag, ownName }) => (
              <option value={tag} lang={tag}>
                {ownName}
              </option>
            ))}
          </select>
        </label>
      </div>
      {!language.reviewedByNativeSpeaker && <p class="hint unreviewed">{t.page.unreviewed}</p>}
    </header>
  );
}

/** One screen at a time; whoever is signed in already comes to the desk. */
function Screens() {
  const { t } = useWords();
  const [screen, show] = useState<Screen>({ at: 'starting' });
  const start = (said: Trouble | string | null, name = '') => {
    show({ at: 'name', name, said });
  };
  const toDesk = async () => {
    try {
      show({ at: 'desk', status: await fetchStatus() });
    } catch (error) {
      const trouble = troubleOf(error);
      start(trouble.code === 'sign-in-required' ? null : trouble);
    }
  };
  useEffect(() => void toDesk(), []);
  switch (screen.at) {
    case 'starting':
      return <p role="status">{t.page.starting}</p>;
    case 'name':
      return (
        <NameScreen
          key="name"
          name={screen.name}
          said={screen.said}
          onNext={(first) => {
            show({ at: 'second', first });
          }}
          onInvited={() => {
            show({ at: 'invitation' });
          }}
        />
      );
    case 'second':
      return (
        <SecondScreen
          key="second"
          first={screen.first}
          onSignedIn={() => void toDesk()}
          onBack={() => {
            start(null, screen.first.name);
          }}
        />
      );
    case 'invitation':
      return (
        <InvitationScreen
          key="invitation"
          onRead={(invited) => {
            show({ at: 'enrol', invited });
          }}
          onBack={() => {
            start(null);
          }}
        />
      );
    case 'enrol':
      return <EnrolScreen key="enrol" invited={screen.invited} onSignedIn={() => void toDesk()} />;
    case 'desk':
      return (
        <Desk
          key="desk"
          status={screen.status}
          onStatus={(status) => {
            show({ at: 'desk', status });
          }}
          onSignedOut={start}
        />
      );
  }
}
