import type { Command } from 'commander';

import {
  isoDateOf,
  mailboxOf,
  sealReply,
  signingPublicKey,
  systemRandom,
  toHex,
  type OutboundReply,
} from '../../crypto/index.ts';
import { readCaseFile } from '../lib/case-files.ts';
import {
  conclude,
  subcommand,
  wholeNumber,
  type CommonOptions,
  type Outcome,
  type PassphraseOptions,
} from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { inert } from '../lib/inert.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { addToOutbound, OUTBOUND_OPTION, readOutbound } from '../lib/outbound-file.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { caseName } from '../lib/report-text.ts';
import { quoted } from '../lib/shell.ts';
import { readWords } from '../lib/standard-input.ts';
import { readReplies, repliesToCase, replyNumber, writeReplies, type WrittenReply } from '../lib/written-replies.ts';

const NUMBER_MAX = 10_000;

interface Options extends CommonOptions, PassphraseOptions {
  readonly key: string;
  readonly text: string;
  readonly outbound: string;
  readonly language?: string;
  readonly number?: number;
}

export function replyWriteCommand(): Command {
  return subcommand({
    usage: 'write',
    about: 'answer whoever sent a report, offline: signed, sealed to the case, and put into a file for the server',
    examples: [
      'amparo reply write opened/2026-11-24-1a2b3c4d --key case-worker.key --text reply.txt --outbound to-server.outbound',
      'echo "We are looking into it." | amparo reply write opened/2026-11-24-1a2b3c4d --key case-worker.key --text - --outbound to-server.outbound',
    ],
  })
    .argument('<REPORT_FOLDER>', 'folder of the report, as `amparo bundle open` made it')
    .requiredOption('--key <FILE.key>', "the reviewer's key file; its name is shown to the reporter")
    .requiredOption('--text <FILE|->', 'what to say, as plain text')
    .requiredOption(OUTBOUND_OPTION, 'file for the server, to which the reply is added')
    .option('--language <TAG>', 'language of the text, such as es')
    .option(
      '--number <N>',
      'number of this reply, where others were written on another machine (default: the next)',
      wholeNumber(1, NUMBER_MAX),
    )
    .option('--passphrase-file <FILE>', 'take the pass phrase of the key file from the first line of a file')
    .action((folder: string, options: Options) => conclude(options, replyWrite(folder, options)));
}

async function replyWrite(folder: string, options: Options): Promise<Outcome> {
  const { key, outbound } = options;
  const of = await readCaseFile(folder);
  if (of === null) throw new Failure('case-none', folder);
  const text = await readWords(options.text);
  await readOutbound(outbound); // what is damaged is told before the pass phrase is asked for
  await checkRole(key, 'reviewer');
  const { seed, name } = await openKeys(key, await askPassphrase({ of: key, file: options.passphraseFile }));

  const identity = toHex(await signingPublicKey(seed));
  const number = replyNumber(await repliesToCase(folder, of), identity, options.number);
  const { language } = options;
  const contents = { number, day: isoDateOf(new Date()), ...(language !== undefined && { language }), text };
  const reply = await sealReply(contents, of, seed, systemRandom);
  const mailbox = await mailboxOf(of.locator);
  await record(folder, { identity, ...contents }, outbound, { mailbox, reply });
  const mailboxName = toHex(mailbox);
  return {
    lines: [
      `Reply ${String(number)} of ${inert(name)} to ${caseName(mailboxName)} is in ${outbound}.`,
      'Next, where there is a network:',
      `  amparo courier deliver URL ${quoted(outbound)} --user NAME`,
    ],
    json: { number, mailbox: mailboxName, outbound },
  };
}

/** The number is taken first, so that none is used twice; it is given back where the reply could not be written. */
async function record(folder: string, written: WrittenReply, outbound: string, reply: OutboundReply): Promise<void> {
  const before = await readReplies(folder);
  await writeReplies(folder, [...before, written]);
  try {
    await addToOutbound(outbound, { replies: [reply] });
  } catch (error) {
    await writeReplies(folder, before);
    throw error;
  }
}
