import { join } from 'node:path';

import { mistakesIn } from '../../client/report/questionnaire/check.ts';
import { DEFAULT_QUESTIONNAIRE } from '../../client/report/questionnaire/default.ts';
import {
  emergencySchema,
  questionnaireSchema,
  type EmergencyContact,
  type Questionnaire,
} from '../../client/report/questionnaire/schema.ts';
import { Failure } from './failure.ts';
import { PUBLIC_MODE, writeWhole } from './files.ts';
import { htcdsPicklists } from './htcds.ts';
import { readSetting } from './settings-file.ts';

/** What an office decides of its form: what is asked, and whom to call in an emergency. Both files are its own to edit. */
export interface FormFiles {
  readonly questionnaire: Questionnaire;
  readonly emergency: readonly EmergencyContact[];
}

/** What a new office starts with. */
export const DEFAULT_FORM: FormFiles = { questionnaire: DEFAULT_QUESTIONNAIRE, emergency: [] };

const NAMES = { questionnaire: 'questionnaire.json', emergency: 'emergency.json' } as const;

export interface Checked {
  readonly files: FormFiles;
  /** Each with its file and its place in it. None: the form can be published. */
  readonly mistakes: readonly string[];
}

/** Reads and checks the files of a folder; what is not there is the default. */
export async function checkFormFiles(folder: string, languages: readonly string[]): Promise<Checked> {
  const questionnaire = await readSetting(folder, NAMES.questionnaire, questionnaireSchema, DEFAULT_QUESTIONNAIRE);
  const emergency = await readSetting(folder, NAMES.emergency, emergencySchema, []);
  const context = { languages, htcds: await htcdsPicklists() };
  const deeper = questionnaire.mistakes.length > 0 ? [] : mistakesIn(questionnaire.value, context);
  return {
    files: { questionnaire: questionnaire.value, emergency: emergency.value },
    mistakes: [
      ...questionnaire.mistakes,
      ...deeper.map((mistake) => `${NAMES.questionnaire}: ${mistake}`),
      ...emergency.mistakes,
    ],
  };
}

/** Throws `form-invalid`, with every mistake. */
export async function readFormFiles(folder: string, languages: readonly string[]): Promise<FormFiles> {
  const { files, mistakes } = await checkFormFiles(folder, languages);
  if (mistakes.length > 0) throw new Failure('form-invalid', mistakes.join('; '));
  return files;
}

export async function writeFormFiles(folder: string, { questionnaire, emergency }: FormFiles): Promise<void> {
  const options = { mode: PUBLIC_MODE, replace: true } as const;
  await writeWhole(join(folder, NAMES.questionnaire), asText(questionnaire), options);
  await writeWhole(join(folder, NAMES.emergency), asText(emergency), options);
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
