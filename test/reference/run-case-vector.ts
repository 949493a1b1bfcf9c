import { concat, fromHex, hex, toBase64 } from './bytes.ts';
import { readCode, type Slip } from './case-code.ts';
import type { CaseVector, MailboxVector } from './case-vectors.ts';
import { caseOfReport, openCase } from './case.ts';
import { openClosing, openMailbox, readPoll } from './mailbox.ts';
import { openMark, openNote, openReceipt, receiptAgain } from './receipt.ts';
import { openReply, REPLY_BYTES } from './reply.ts';
import { openRoster, type Roster } from './roster.ts';
import { applyEdits, binary, type Vectors } from './vectors.ts';

type Values = Readonly<Record<string, unknown>>;
export type CaseOutcome = { readonly opens: Values } | 'not for this key' | Slip;

/** Refusals are thrown, as in every reader of the reference. */
export function openCaseVector(vector: CaseVector, all: Vectors): CaseOutcome {
  switch (vector.kind) {
    case 'case-code': {
      const read = readCode(vector.code);
      return 'slip' in read ? read : { opens: { secret: hex(read) } };
    }
    case 'case': {
      const { locator, replyKey, noteKey, openedKey, mailbox } = openCase(fromHex(vector.secret));
      const keys = { noteKey: hex(noteKey), openedKey: hex(openedKey), mailbox: hex(mailbox) };
      return { opens: { locator: hex(locator), replyKey: toBase64(replyKey), ...keys } };
    }
    case 'report-case':
      return { opens: { case: caseOfReport(binary('bytes', vector.bytes, all)) } };
    case 'reply': {
      const reply = binary('reply', vector.reply, all);
      return { opens: { ...openReply(reply, openCase(fromHex(vector.secret)), rosterOf(vector)) } };
    }
    case 'note': {
      const opened = openNote(fromHex(vector.note), openCase(fromHex(vector.secret)).noteKey);
      if (opened === null) return 'not for this key';
      return { opens: { report: hex(opened.report), evidence: opened.evidence && hex(opened.evidence) } };
    }
    case 'receipt':
      return { opens: { receipt: openReceipt(vector.envelope, fromHex(vector.publicKey)) } };
    case 'receipt-again': {
      const of = openCase(fromHex(vector.secret));
      const envelope = receiptAgain(fromHex(vector.entry), of, fromHex(vector.publicKey));
      return envelope === null ? 'not for this key' : { opens: { envelope } };
    }
    case 'opened-mark': {
      const of = openCase(fromHex(vector.secret));
      return openMarkOr(openMark(fromHex(vector.mark), vector.day, of, rosterOf(vector)));
    }
    case 'mailbox':
      return { opens: runMailbox(vector, all) };
    case 'poll':
      return { opens: readPoll(fromHex(vector.poll)) };
    case 'closing':
      return { opens: openClosing(fromHex(vector.closing)) };
  }
}

function openMarkOr(opened: Values | null): CaseOutcome {
  return opened === null ? 'not for this key' : { opens: opened };
}

function runMailbox(vector: MailboxVector, all: Vectors): Values {
  const places = vector.places.map((name) => {
    const reply = name === null ? undefined : all.get(name);
    return reply?.kind === 'reply' ? binary('reply', reply.reply, all) : new Uint8Array(REPLY_BYTES);
  });
  const answer = applyEdits(concat(...places), vector.edits ?? []);
  return openMailbox(answer, openCase(fromHex(vector.secret)), rosterOf(vector), vector.begun, vector.today);
}

function rosterOf({ roster, charter, today }: { roster: unknown; charter: string; today: string }): Roster {
  return openRoster(roster, fromHex(charter), today);
}
