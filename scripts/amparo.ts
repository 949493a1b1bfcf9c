#!/usr/bin/env node
import { Command, CommanderError } from 'commander';

import { AmparoError } from '../crypto/index.ts';
import { ConfigError } from '../server/config.ts';
import { LogKeyError } from '../server/log/log-key.ts';
import { AccountError } from '../server/review/accounts.ts';
import { StorageUnavailable } from '../server/store/store.ts';
import { accountAddCommand } from './commands/account-add.ts';
import { accountInviteCommand } from './commands/account-invite.ts';
import { accountListCommand } from './commands/account-list.ts';
import { accountRemoveCommand } from './commands/account-remove.ts';
import { auditShowCommand } from './commands/audit-show.ts';
import { auditVerifyCommand } from './commands/audit-verify.ts';
import { bundleOpenCommand } from './commands/bundle-open.ts';
import { courierDeliverCommand } from './commands/courier-deliver.ts';
import { courierEnrolCommand } from './commands/courier-enrol.ts';
import { courierFetchCommand } from './commands/courier-fetch.ts';
import { courierSignOutCommand } from './commands/courier-sign-out.ts';
import { courierStatusCommand } from './commands/courier-status.ts';
import { coverCommand } from './commands/cover.ts';
import { keyForgetCommand } from './commands/key-forget.ts';
import { keyNewCommand } from './commands/key-new.ts';
import { keyPaperCommand } from './commands/key-paper.ts';
import { keyRestoreCommand } from './commands/key-restore.ts';
import { keyRotateCommand } from './commands/key-rotate.ts';
import { keyShowCommand } from './commands/key-show.ts';
import { logAuditCommand } from './commands/log-audit.ts';
import { logInitCommand } from './commands/log-init.ts';
import { logShowCommand } from './commands/log-show.ts';
import { mailboxCloseCommand } from './commands/mailbox-close.ts';
import { mailboxReadCommand } from './commands/mailbox-read.ts';
import { mailboxSendCommand } from './commands/mailbox-send.ts';
import { officeCheckCommand } from './commands/office-check.ts';
import { officeInitCommand } from './commands/office-init.ts';
import { pageSignCommand } from './commands/page-sign.ts';
import { pageVerifyCommand } from './commands/page-verify.ts';
import { replyWriteCommand } from './commands/reply-write.ts';
import { reportDeliverCommand } from './commands/report-deliver.ts';
import { reportSealCommand } from './commands/report-seal.ts';
import { reportSendCommand } from './commands/report-send.ts';
import { rosterAddCommand } from './commands/roster-add.ts';
import { rosterLogCommand } from './commands/roster-log.ts';
import { rosterPublishCommand } from './commands/roster-publish.ts';
import { rosterRemoveCommand } from './commands/roster-remove.ts';
import { rosterShowCommand } from './commands/roster-show.ts';
import { rosterSignCommand } from './commands/roster-sign.ts';
import { rosterThresholdCommand } from './commands/roster-threshold.ts';
import { shareReleaseCommand } from './commands/share-release.ts';
import { EXIT, Failure, type ExitCode } from './lib/failure.ts';
import { isCode } from './lib/files.ts';
import { inert } from './lib/inert.ts';

const GROUPS: readonly { readonly name: string; readonly about: string; readonly commands: readonly Command[] }[] = [
  { name: 'office', about: 'the office itself', commands: [officeInitCommand(), officeCheckCommand()] },
  {
    name: 'key',
    about: "reviewers' key files, and the charter key on paper",
    commands: [
      keyNewCommand(),
      keyShowCommand(),
      keyRotateCommand(),
      keyForgetCommand(),
      keyPaperCommand(),
      keyRestoreCommand(),
    ],
  },
  {
    name: 'roster',
    about: 'who may read reports',
    commands: [
      rosterShowCommand(),
      rosterAddCommand(),
      rosterRemoveCommand(),
      rosterLogCommand(),
      rosterThresholdCommand(),
      rosterSignCommand(),
      rosterPublishCommand(),
    ],
  },
  {
    name: 'account',
    about: 'who may fetch from the server',
    commands: [accountInviteCommand(), accountAddCommand(), accountRemoveCommand(), accountListCommand()],
  },
  {
    name: 'audit',
    about: 'the trail of what reviewers did on the server',
    commands: [auditShowCommand(), auditVerifyCommand()],
  },
  {
    name: 'report',
    about: 'reports, as the form sends them',
    commands: [reportSendCommand(), reportSealCommand(), reportDeliverCommand()],
  },
  {
    name: 'page',
    about: 'pages that seal reports without a network',
    commands: [pageSignCommand(), pageVerifyCommand()],
  },
  {
    name: 'log',
    about: 'the public log, which shows what was received',
    commands: [logInitCommand(), logShowCommand(), logAuditCommand()],
  },
  {
    name: 'mailbox',
    about: 'coming back with a case code',
    commands: [mailboxReadCommand(), mailboxSendCommand(), mailboxCloseCommand()],
  },
  {
    name: 'courier',
    about: 'between the server and the offline machine',
    commands: [
      courierEnrolCommand(),
      courierStatusCommand(),
      courierFetchCommand(),
      courierDeliverCommand(),
      courierSignOutCommand(),
    ],
  },
  { name: 'bundle', about: 'opening, on the offline machine', commands: [bundleOpenCommand()] },
  { name: 'share', about: 'opening together, on the offline machine', commands: [shareReleaseCommand()] },
  { name: 'reply', about: 'answering, on the offline machine', commands: [replyWriteCommand()] },
];

/** What the system says where there is no room left, or none for us. */
const DISK_FULL = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'];

const EXIT_CODES = `
Exit codes:
  0  done
  1  something was refused or damaged; what could be done was done
  2  wrong use
  3  wrong pass phrase, key or fingerprint
  4  network or server`;

await main();

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function program(): Command {
  const amparo = new Command('amparo')
    .description('Takes in reports that are dangerous to make: keys, rosters, fetching and opening.')
    .addHelpText('after', EXIT_CODES);
  for (const { name, about, commands } of GROUPS) {
    const group = new Command(name).description(about);
    for (const command of commands) group.addCommand(prepared(command));
    amparo.addCommand(prepared(group));
  }
  amparo.addCommand(prepared(coverCommand()));
  return prepared(amparo);
}

/** Mistakes come back as errors, and what stands after `=` is not repeated: it may be a pass phrase given by mistake. */
function prepared(command: Command): Command {
  return command.exitOverride().configureOutput({
    outputError: (text, write) => {
      write(text.replace(/(unknown option '-[^'=]*)=.*'/s, "$1=...'"));
    },
  });
}

/** Says what happened and what to do, and gives the exit code. */
function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return reportUsage(error);
  const { code, message, exit } = described(error);
  console.error(message);
  reportJson(code, message);
  return exit;
}

/** Commander has printed the message, or the help that was asked for, already. */
function reportUsage({ code, exitCode, message }: CommanderError): ExitCode {
  if (exitCode === 0) return EXIT.ok;
  reportJson(
    'option-invalid',
    code === 'commander.help' ? 'A subcommand is missing.' : message.replace(/=.*/s, '=...'),
  );
  return EXIT.usage;
}

function reportJson(code: string, message: string): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code, message } }));
}

function described(error: unknown): { code: string; message: string; exit: ExitCode } {
  if (error instanceof Failure) return error;
  if (error instanceof AmparoError) {
    const exit = error.code === 'key-file-locked' ? EXIT.wrongKey : EXIT.partial;
    return { code: error.code, message: inert(error.message), exit };
  }
  if (error instanceof AccountError) return { code: error.code, message: error.message, exit: EXIT.usage };
  if (error instanceof LogKeyError) return { code: 'log-key-invalid', message: error.message, exit: EXIT.partial };
  if (error instanceof ConfigError) return { code: 'option-invalid', message: error.message, exit: EXIT.usage };
  if (error instanceof StorageUnavailable) {
    const message = `The database cannot be used: ${error.reason}. Check the path, the permissions and the room on the disk.`;
    return { code: 'storage-unavailable', message, exit: EXIT.partial };
  }
  const full = DISK_FULL.find((code) => isCode(error, code));
  if (full !== undefined) return new Failure('file-unwritable', full);
  const reason = error instanceof Error ? inert(error.message) : 'unknown';
  return { code: 'unforeseen', message: `Something went wrong that was not foreseen: ${reason}`, exit: EXIT.partial };
}
