import { useState } from 'preact/hooks';

import type { InvitationAnswer } from '../../../crypto/index.ts';
import { fill } from '../../messages/index.ts';
import { enrol, readInvitation } from '../api.ts';
import { canUsePasskeys, makePasskey } from '../passkeys.ts';
import { Trouble } from '../trouble.ts';
import { Alert, Button, CODE_INPUT, Field, fieldsOf, Heading } from './controls.tsx';
import { Picture } from '../../shared/picture.tsx';
import { useTask } from './use-task.ts';
import { useWords } from './use-words.ts';

const PASSPHRASE_CHARACTERS_MIN = 12;

/** An invitation that the server knows. */
export interface Invited {
  readonly code: string;
  readonly answer: InvitationAnswer;
}

interface InvitationProps {
  onRead(invited: Invited): void;
  onBack(): void;
}

export function InvitationScreen({ onRead, onBack }: InvitationProps) {
  const { t } = useWords();
  const task = useTask();
  const submit = (event: Event) => {
    const code = fieldsOf(event)('invitation').trim();
    if (code === '') task.fail(new Trouble('field-empty'));
    else {
      task.run(async () => {
        onRead({ code, answer: await readInvitation(code) });
      });
    }
  };
  return (
    <form method="dialog" novalidate onSubmit={submit}>
      <Heading>{t.enrol.title}</Heading>
      <p class="hint">{t.enrol.intro}</p>
      <Alert trouble={task.trouble} />
      <Field name="invitation" label={t.enrol.code} autocomplete="off" maxLength={100} class="code" />
      <div class="buttons">
        <Button isBusy={task.isBusy}>{t.enrol.next}</Button>
        <Button id="back" kind="link" onPress={onBack}>
          {t.page.back}
        </Button>
      </div>
    </form>
  );
}

interface EnrolProps {
  readonly invited: Invited;
  onSignedIn(): void;
}

type Kind = 'totp' | 'passkey';

/** Sets the pass phrase and one second factor. */
export function EnrolScreen({ invited: { code, answer }, onSignedIn }: EnrolProps) {
  const { t } = useWords();
  const task = useTask();
  const [kind, setKind] = useState<Kind>('totp');
  const passkey = canUsePasskeys() ? answer.passkey : null;
  const submit = (event: Event) => {
    const field = fieldsOf(event);
    const passphrase = field('new-passphrase');
    const appCode = field('code').replace(/\s/g, '');
    const trouble = troubleWith(passphrase, field('again'), kind === 'totp' ? appCode : null);
    if (trouble) {
      task.fail(new Trouble(trouble));
      return;
    }
    task.run(async () => {
      if (kind === 'totp' || passkey === null) {
        await enrol({ code, passphrase, second: { kind: 'totp', secret: answer.totp.secret, code: appCode } });
      } else {
        await enrol({ code, passphrase, second: { kind: 'passkey', attestation: await makePasskey(passkey) } });
      }
      onSignedIn();
    });
  };
  return (
    <form method="dialog" novalidate onSubmit={submit}>
      <Heading>{fill(t.enrol.welcome, { name: answer.name })}</Heading>
      <Alert trouble={task.trouble} />
      {/* For whoever keeps pass phrases: which account this one is of. */}
      <input type="text" name="username" autocomplete="username" value={answer.name} readonly hidden />
      <Field
        name="new-passphrase"
        type="password"
        label={t.enrol.passphrase}
        hint={t.enrol.passphraseHint}
        autocomplete="new-password"
      />
      <Field name="again" type="password" label={t.enrol.again} autocomplete="new-password" />
      <fieldset aria-describedby="factor-hint">
        <legend>{t.enrol.factorTitle}</legend>
        <p id="factor-hint" class="hint">
          {t.enrol.factorHint}
        </p>
        <Choice value="totp" chosen={kind} label={t.enrol.app} onChoose={setKind} />
        {passkey !== null && <Choice value="passkey" chosen={kind} label={t.enrol.passkey} onChoose={setKind} />}
        {passkey === null && <p class="hint">{t.signIn.noPasskey}</p>}
      </fieldset>
      {kind === 'totp' ? <App totp={answer.totp} /> : <p class="hint">{t.enrol.passkeyHint}</p>}
      <div class="buttons">
        <Button id="finish" isBusy={task.isBusy}>
          {kind === 'totp' ? t.enrol.withApp : t.enrol.withPasskey}
        </Button>
      </div>
    </form>
  );
}

function troubleWith(passphrase: string, again: string, appCode: string | null): string | null {
  if (Array.from(passphrase).length < PASSPHRASE_CHARACTERS_MIN) return 'passphrase-length';
  if (passphrase !== again) return 'passphrases-differ';
  return appCode === null || /^\d{6}$/.test(appCode) ? null : 'code-form';
}

interface ChoiceProps {
  readonly value: Kind;
  readonly chosen: Kind;
  readonly label: string;
  onChoose(kind: Kind): void;
}

function Choice({ value, chosen, label, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="radio"
        name="factor"
        value={value}
        checked={value === chosen}
        onChange={() => {
          onChoose(value);
        }}
      />
      <span>{label}</span>
    </label>
  );
}

function App({ totp }: { readonly totp: InvitationAnswer['totp'] }) {
  const { t } = useWords();
  return (
    <>
      <p>{t.enrol.scan}</p>
      <Picture text={totp.uri} name={t.enrol.picture} />
      <dl class="facts">
        <div>
          <dt>{t.enrol.secret}</dt>
          <dd>
            <bdi id="secret" class="hash" dir="ltr">
              {totp.secret.replace(/.{4}(?=.)/g, '$& ')}
            </bdi>
          </dd>
        </div>
      </dl>
      <Field name="code" label={t.enrol.code6} {...CODE_INPUT} />
    </>
  );
}
