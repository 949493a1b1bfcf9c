import type { Language } from '../../messages/index.ts';
import type { ReaderFacts } from '../messages.ts';
import type { EmergencyContact, Questionnaire } from '../questionnaire/schema.ts';

/** What a page says of the office, taken from its verified directory when the page is made. */
export interface OfficeFacts {
  readonly name: string;
  readonly contact: string;
  readonly demo: boolean;
  /** The charter public key, base64: what the script verifies against. */
  readonly charter: string;
  readonly fingerprint: string;
  /** The languages that it reads, the first one first. */
  readonly languages: readonly string[];
  readonly readers: readonly ReaderFacts[];
}

export interface PageFacts {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly office: OfficeFacts;
  readonly questionnaire: Questionnaire;
  readonly emergency: readonly EmergencyContact[];
  /** Whether there are signed pages for writing offline. */
  readonly hasOffline?: boolean;
}

/** Where one comes back with a code, within each language. */
export const RETURN_PATH = 'back/';

/** Where "Leave this page" goes: a page that anybody may have open. */
export const ELSEWHERE = 'https://www.bbc.com/weather';
