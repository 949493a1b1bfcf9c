import type { Command } from 'commander';

import { fingerprint, openBuild, type Build } from '../../crypto/index.ts';
import { claimedBuildCharter, readBuildEnvelope } from '../lib/build-file.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { EXIT } from '../lib/failure.ts';
import { readWhole } from '../lib/files.ts';
import { inert } from '../lib/inert.ts';
import { sha256Of } from '../lib/report-folders.ts';
import { checkFingerprint } from '../lib/report-sealing.ts';

interface Options extends CommonOptions {
  readonly build: string;
  readonly fingerprint: string;
}

interface Verdict {
  readonly file: string;
  /** The name under which the office signed it; `null` where it signed no such file. */
  readonly signedAs: string | null;
}

export function pageVerifyCommand(): Command {
  return subcommand({
    usage: 'verify',
    about: "check pages that came from anywhere against the office's printed fingerprint",
    examples: ['amparo page verify amparo-en.html --build build.json --fingerprint "12345 67890 ..."'],
  })
    .argument('<FILE...>', 'the pages to check')
    .requiredOption('--build <build.json>', 'the signed list of pages, from the same place or any other')
    .requiredOption('--fingerprint <FINGERPRINT>', "the office's fingerprint, from a poster or card")
    .action((files: string[], options: Options) => conclude(options, pageVerify(files, options)));
}

async function pageVerify(paths: readonly string[], options: Options): Promise<Outcome> {
  const envelope = await readBuildEnvelope(options.build);
  const charter = claimedBuildCharter(envelope);
  const shown = await fingerprint(charter);
  checkFingerprint(shown, options.fingerprint);
  const build = await openBuild(envelope, charter);
  const verdicts = await Promise.all(paths.map((path) => verdictOn(path, build)));
  const isGood = verdicts.every(({ signedAs }) => signedAs !== null);
  return {
    exit: isGood ? EXIT.ok : EXIT.partial,
    lines: [
      ...verdicts.map(lineFor),
      `Version ${build.version}, signed on ${build.issued} by the office with the fingerprint ${shown}.`,
    ],
    json: { verified: isGood, version: build.version, issued: build.issued, fingerprint: shown, files: verdicts },
  };
}

/** By its contents: a browser that saves a page twice gives it another name. */
async function verdictOn(path: string, { files }: Build): Promise<Verdict> {
  const bytes = await readWhole(path);
  const hash = sha256Of(Buffer.from(bytes));
  const signed = files.find(({ sha256, bytes: length }) => sha256 === hash && length === bytes.length);
  return { file: path, signedAs: signed?.name ?? null };
}

function lineFor({ file, signedAs }: Verdict): string {
  return signedAs === null
    ? `${inert(file)}: NOT a page that the office signed. Do not use it.`
    : `${inert(file)}: good; the office signed it as ${signedAs}.`;
}
