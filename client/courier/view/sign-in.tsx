import { askPasskey, signIn } from '../api.ts';
import { canUsePasskeys, usePasskey as signWithPasskey } from '../passkeys.ts';
import { Trouble } from '../trouble.ts';
import { Alert, Button, CODE_INPUT, Field, fieldsOf, Heading } from './controls.tsx';
import { useTask } from './use-task.ts';
import { useWords } from './use-words.ts';

/** What the first step asks for; checked only together with the second. */
export interface FirstFactor {
  readonly name: string;
  readonly passphrase: string;
}

interface NameProps {
  /** Typed before. */
  readonly name: string;
  readonly said: Trouble | string | null;
  onNext(first: FirstFactor): void;
  onInvited(): void;
}

export function NameScreen({ name, said, onNext, onInvited }: NameProps) {
  const { t } = useWords();
  const task = useTask();
  const submit = (event: Event) => {
    const field = fieldsOf(event);
    const first = { name: field('username').trim(), passphrase: field('passphrase') };
    if (first.name === '' || first.passphrase === '') task.fail(new Trouble('field-empty'));
    else onNext(first);
  };
  return (
    <form method="dialog" novalidate onSubmit={submit}>
      <Heading>{t.signIn.title}</Heading>
      <p class="hint">{t.signIn.intro}</p>
      {typeof said === 'string' && (
        <p class="notice" role="status">
          {said}
        </p>
      )}
      <Alert trouble={task.trouble ?? (said instanceof Trouble ? said : null)} />
      <Field name="username" label={t.signIn.name} autocomplete="username" defaultValue={name} />
      <Field
        name="passphrase"
        type="password"
        label={t.signIn.passphrase}
        hint={t.signIn.passphraseHint}
        autocomplete="current-password"
      />
      <div class="buttons">
        <Button>{t.signIn.next}</Button>
        <Button id="invited" kind="link" onPress={onInvited}>
          {t.signIn.invited}
        </Button>
      </div>
    </form>
  );
}

interface SecondProps {
  readonly first: FirstFactor;
  onSignedIn(): void;
  onBack(): void;
}

export function SecondScreen({ first, onSignedIn, onBack }: SecondProps) {
  const { t } = useWords();
  const task = useTask();
  const withCode = (event: Event) => {
    const code = fieldsOf(event)('code').replace(/\s/g, '');
    if (!/^\d{6}$/.test(code)) {
      task.fail(new Trouble('code-form'));
      return;
    }
    task.run(async () => {
      await signIn({ ...first, second: { kind: 'totp', code } });
      onSignedIn();
    });
  };
  const withPasskey = async () => {
    const asked = await askPasskey();
    if (asked === null) throw new Trouble('passkey-failed');
    await signIn({ ...first, second: { kind: 'passkey', assertion: await signWithPasskey(asked) } });
    onSignedIn();
  };
  const without = async () => {
    await signIn(first);
    onSignedIn();
  };
  const hasPasskeys = canUsePasskeys() && !/^[\d.]+$|:/.test(location.hostname);
  return (
    <form method="dialog" novalidate onSubmit={withCode}>
      <Heading>{t.signIn.secondTitle}</Heading>
      <p class="hint">{t.signIn.secondHint}</p>
      <Alert trouble={task.trouble} />
      <Field name="code" label={t.signIn.code} hint={t.signIn.codeHint} {...CODE_INPUT} />
      <div class="buttons">
        <Button id="with-code" isBusy={task.isBusy}>
          {t.signIn.withCode}
        </Button>
        {hasPasskeys && (
          <Button
            id="with-passkey"
            kind="second"
            isBusy={task.isBusy}
            onPress={() => {
              task.run(withPasskey);
            }}
          >
            {t.signIn.withPasskey}
          </Button>
        )}
      </div>
      {!hasPasskeys && <p class="hint">{t.signIn.noPasskey}</p>}
      <div class="buttons">
        <Button
          id="without"
          kind="link"
          isBusy={task.isBusy}
          onPress={() => {
            task.run(without);
          }}
        >
          {t.signIn.without}
        </Button>
        <Button id="back" kind="link" onPress={onBack}>
          {t.page.back}
        </Button>
      </div>
    </form>
  );
}
