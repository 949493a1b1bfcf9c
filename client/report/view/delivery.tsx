import { PARCEL_FORM, PATHS, type NotDelivered } from '../../../crypto/index.ts';
import type { Language } from '../../messages/index.ts';
import { Dressed } from './inline.tsx';
import { Head } from './top.tsx';

/** The name under which the page for writing offline is saved: it tells nothing about itself in a folder of downloads. */
export const OFFLINE_PAGE = 'write.html';

/** For those whose browser runs no script, and for those who deliver for somebody else: plain links and a plain form. */
export function Delivery({ language, hasOffline }: { readonly language: Language; readonly hasOffline: boolean }) {
  const t = language.texts.page;
  return (
    <section id="delivery">
      <noscript>
        <div class="notice">
          <h2>{t.noScriptTitle}</h2>
          <p>{t.noScript}</p>
          <p>{t.noScriptTor}</p>
        </div>
      </noscript>
      {hasOffline && (
        <details class="delivery">
          <summary>{t.offlineTitle}</summary>
          <p>{t.offlineHint}</p>
          <p>
            <a class="action" href={`/${language.tag}/${OFFLINE_PAGE}`} download={OFFLINE_PAGE}>
              {t.offlineDownload}
            </a>
          </p>
          <p class="hint">
            {t.offlineCheck} <a href="/build.json">build.json</a>
          </p>
        </details>
      )}
      <details class="delivery">
        <summary>{t.deliverTitle}</summary>
        <p>{t.deliverHint}</p>
        <form method="post" action={PATHS.parcels} enctype="multipart/form-data" autocomplete="off">
          <input type="hidden" name={PARCEL_FORM.language} value={language.tag} />
          <label class="file">
            <span>{t.deliverChoose}</span>
            <input type="file" name={PARCEL_FORM.file} required />
          </label>
          <button type="submit" class="second">
            {t.deliver}
          </button>
        </form>
      </details>
    </section>
  );
}

/** What the plain form is answered with: a page for each outcome. */
export function DeliveryAnswer({ language, reason }: { readonly language: Language; readonly reason?: NotDelivered }) {
  const t = language.texts.page;
  return (
    <html lang={language.tag} dir={language.direction}>
      <Head title={t.title}>
        <Dressed />
      </Head>
      <body>
        <main>
          <section class={reason === undefined ? 'received' : 'problem'}>
            <h1>{reason === undefined ? t.deliveredTitle : t.notDeliveredTitle}</h1>
            <p>{reason === undefined ? t.deliveredNext : t.notDelivered[reason]}</p>
          </section>
          <p class="alone">
            <a href={`/${language.tag}/`}>{t.tryDeliverAgain}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
