import type { CodeTexts, PageTexts } from '../../messages/index.ts';
import type { OfficeFacts } from './facts.ts';
import { Heading, PRIVATE_TEXT, Step } from './step.tsx';

/** The screens that every questionnaire has: the story first, who reads it and the sending last. */
interface Texts {
  readonly t: PageTexts;
}

export function Story({ t }: Texts) {
  return (
    <Step id="story">
      <Heading>
        <label for="story">{t.storyTitle}</label>
      </Heading>
      <p id="story-hint" class="hint">
        {t.storyHint}
      </p>
      <textarea id="story" name="story" rows={10} required {...PRIVATE_TEXT} aria-describedby="story-hint story-left" />
      <p id="story-left" class="hint" role="status" />
      <section id="voice" hidden>
        <h2>{t.voiceTitle}</h2>
        <p class="hint">{t.voiceHint}</p>
        <p id="voice-status" role="status" />
        <audio id="voice-player" controls hidden />
        <label id="voice-disguise" class="choice" hidden>
          <input type="checkbox" autocomplete="off" aria-describedby="voice-disguise-hint" />
          <span>{t.voiceDisguise}</span>
        </label>
        <p id="voice-disguise-hint" class="hint" hidden>
          {t.voiceDisguiseHint}
        </p>
        <p class="buttons">
          <button id="voice-start" type="button" class="second" data-again={t.voiceAgain}>
            {t.voiceStart}
          </button>
          <button id="voice-stop" type="button" class="second" hidden>
            {t.voiceStop}
          </button>
          <button id="voice-use" type="button" class="second" hidden>
            {t.voiceUse}
          </button>
        </p>
      </section>
    </Step>
  );
}

export function Evidence({ t }: Texts) {
  return (
    <Step id="evidence">
      <Heading>{t.evidenceTitle}</Heading>
      <EvidenceChoice t={t} />
    </Step>
  );
}

export function EvidenceChoice({ t }: Texts) {
  return (
    <>
      <p>{t.evidenceHint}</p>
      <ul>
        <li>{t.evidenceCleaning}</li>
        <li>{t.evidenceNot}</li>
        <li>{t.evidenceOnly}</li>
      </ul>
      <label class="file">
        <span>{t.evidenceChoose}</span>
        <input id="choose-files" type="file" multiple autocomplete="off" />
      </label>
      <div id="files-problem" class="problem" role="alert" hidden />
      <p id="files-count" role="status" />
      <ul id="files" class="files" />
    </>
  );
}

export function Readers({ t, office }: Texts & { readonly office: OfficeFacts }) {
  return (
    <Step id="readers">
      <fieldset aria-describedby="readers-hint readers-together">
        <legend>
          <Heading>{t.readersTitle}</Heading>
        </legend>
        <p id="readers-hint" class="hint">
          {t.readersHint}
        </p>
        <ReaderList office={office} />
      </fieldset>
    </Step>
  );
}

/** As the page was made; the script puts the verified list in its place. */
export function ReaderList({ office }: { readonly office: OfficeFacts }) {
  return (
    <>
      <p id="readers-together" hidden />
      <ul id="readers" tabindex={-1}>
        {office.readers.map((reader) => (
          <li>
            <p class="reader">
              <bdi>{reader.name}</bdi> · <bdi>{reader.role}</bdi>
            </p>
          </li>
        ))}
      </ul>
      <p id="readers-too-few" class="entry-problem" role="alert" hidden />
    </>
  );
}

export function Review({ t }: Texts) {
  return (
    <Step id="review">
      <Heading>{t.reviewTitle}</Heading>
      <p>{t.reviewHint}</p>
      <div class="notice">
        <h2>{t.identifyTitle}</h2>
        <ul>
          <li>{t.identifyName}</li>
          <li>{t.identifyDetail}</li>
          <li>{t.identifyDocument}</li>
          <li>{t.identifyVoice}</li>
        </ul>
      </div>
      <dl id="summary" class="summary" />
    </Step>
  );
}

/** What stands there once the page that works offline has made its file. */
export function Saved({ t }: Texts) {
  const [before = '', after = ''] = t.offlineSaved.split('{file}');
  return (
    <section id="saved" class="received" tabindex={-1} hidden>
      <h1>{t.offlineSavedTitle}</h1>
      <p>
        {before}
        <bdi>
          <a id="saved-file" />
        </bdi>
        {after}
      </p>
      <p>{t.offlineSavedDelete}</p>
    </section>
  );
}

/** Stands on every screen while files are on their way. */
export function Upload({ t }: Texts) {
  return (
    <section id="upload" class="notice" aria-labelledby="upload-title" hidden>
      <h2 id="upload-title">{t.uploadTitle}</h2>
      <progress id="upload-bar" max={1} value={0} aria-labelledby="upload-title" />
      <p id="upload-text" />
      <button id="upload-pause" type="button" class="second" data-resume={t.uploadResume} data-pause={t.uploadPause}>
        {t.uploadPause}
      </button>
    </section>
  );
}

export function Moves({ t, send }: Texts & { readonly send: string }) {
  return (
    <>
      <div class="moves">
        <button id="next" type="submit">
          {t.start}
        </button>
        <button id="send" type="submit" hidden>
          {send}
        </button>
        <button id="back" type="button" class="second" hidden>
          {t.back}
        </button>
        <button id="to-sending" type="button" class="second quiet" hidden>
          {t.toSending}
        </button>
      </div>
      <template id="start-words">{t.start}</template>
      <template id="next-words">{t.next}</template>
      <p id="status" class="status" role="status">
        {t.starting}
      </p>
    </>
  );
}

export function Problem({ t }: Texts) {
  return (
    <div id="problem" class="problem" role="alert" tabindex={-1} hidden>
      <h2>{t.problemTitle}</h2>
      <ul id="problem-list" />
      <p id="problem-kept" hidden>
        {t.problemKept}
      </p>
      <button id="problem-again" type="button" class="second">
        {t.tryAgain}
      </button>
    </div>
  );
}

export function Received({ t }: Texts) {
  return (
    <section id="received" class="received" tabindex={-1} hidden>
      <h1>{t.receivedTitle}</h1>
      <p>{t.receivedKept}</p>
      <p>{t.receivedNext}</p>
    </section>
  );
}

/** What may be noted of a report that the server has, and need not be. */
export function ReceivedNumber({ t, code }: Texts & { readonly code: CodeTexts }) {
  return (
    <>
      <p>{t.receivedLeave}</p>
      <p id="received-id" />
      <p class="hint">{t.receivedIdHint}</p>
      <div id="receipt" hidden>
        <p>{code.receipt}</p>
        <p class="alone">
          <a id="receipt-file" download="receipt.json">
            {code.receiptSave}
          </a>
        </p>
      </div>
    </>
  );
}
