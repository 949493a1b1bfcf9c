import { fill, type PageTexts } from '../../messages/index.ts';
import type { EmergencyContact } from '../questionnaire/schema.ts';
import type { OfficeFacts, PageFacts } from './facts.ts';
import { Choices, Heading, Step } from './step.tsx';

/** The first screen: what this is, who reads it, what it cannot do, how to stay safe; then the one question that cannot wait. */
export function Start({ language, office, emergency }: PageFacts) {
  const { page: t, questions: q } = language.texts;
  const dangers = Object.entries(q.danger.choices).map(([value, label]) => ({ value, label }));
  return (
    <Step id="start">
      <Heading>{t.heading}</Heading>
      <p>{fill(t.intro, { office: office.name })}</p>
      <h2>{t.howTitle}</h2>
      <ul>
        <li>{t.howSealed}</li>
        <li>
          {t.howReaders} <Names office={office} tag={language.tag} />
        </li>
        <li>{t.howNext}</li>
        <li>{t.howNot}</li>
      </ul>
      <div class="notice">
        <h2>{t.safeTitle}</h2>
        <ul>
          <li>{t.safeDevice}</li>
          <li>{t.safeTor}</li>
          <li>{t.safeWho}</li>
          <li>{t.safeDetail}</li>
          <li>{t.safeKeep}</li>
        </ul>
      </div>
      {office.contact !== '' && <p>{fill(t.contact, { contact: office.contact })}</p>}
      <details>
        <summary>{t.fingerprintTitle}</summary>
        <p class="hint">{t.fingerprintHint}</p>
        <p class="fingerprint">
          <bdi id="fingerprint" dir="ltr">
            {office.fingerprint}
          </bdi>
        </p>
      </details>
      <fieldset id="danger" data-question="danger" data-kind="one">
        <legend>{t.dangerTitle}</legend>
        <Choices name="danger" type="radio" choices={dangers} ratherNotSay={q.ratherNotSay} />
      </fieldset>
      <div id="danger-help" class="notice" role="status">
        <p>{t.dangerHelp}</p>
        <Emergency t={t} contacts={emergency} tag={language.tag} />
      </div>
    </Step>
  );
}

function Names({ office, tag }: { readonly office: OfficeFacts; readonly tag: string }) {
  const names = office.readers.map(({ name, role }) => `${name} (${role})`);
  return (
    <span id="names">{listed(names, tag).map((part) => (part.isName ? <bdi>{part.value}</bdi> : part.value))}</span>
  );
}

/** With what the language puts between the parts of a list, or a comma where Node does not know it, as in Setswana. */
function listed(names: readonly string[], tag: string): { readonly value: string; readonly isName: boolean }[] {
  const isKnown = Intl.ListFormat.supportedLocalesOf(tag).length > 0;
  if (isKnown)
    return new Intl.ListFormat(tag)
      .formatToParts(names)
      .map(({ type, value }) => ({ value, isName: type === 'element' }));
  return names.flatMap((value, i) => [...(i > 0 ? [{ value: ', ', isName: false }] : []), { value, isName: true }]);
}

interface EmergencyProps {
  readonly t: PageTexts;
  readonly contacts: readonly EmergencyContact[];
  readonly tag: string;
}

/** Every country that the office has a number for, by its name in the language of the page. Works without script. */
function Emergency({ t, contacts, tag }: EmergencyProps) {
  if (contacts.length === 0) return null;
  const names = new Intl.DisplayNames([tag], { type: 'region' });
  const order = new Intl.Collator(tag).compare;
  const named = contacts.map((contact) => ({ ...contact, name: names.of(contact.country) ?? contact.country }));
  return (
    <details>
      <summary>{t.emergencyTitle}</summary>
      <ul>
        {named
          .sort((a, b) => order(a.name, b.name))
          .map(({ name, number, what }) => (
            <li>
              {name}: <a href={`tel:${number.replace(/[ -]/g, '')}`}>{number}</a> <bdi>{what}</bdi>
            </li>
          ))}
      </ul>
    </details>
  );
}
