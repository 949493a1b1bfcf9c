/** What takes longest: each kind of evidence, file, voice and screen, in every browser. `npm run test:long` runs these, `npm test` all others. */
export const LONG_TESTS = [
  'test/client/accessibility.test.ts',
  'test/client/bad-input.test.ts',
  'test/client/evidence-line.test.ts',
  'test/client/evidence-upload.test.ts',
  'test/client/form.test.ts',
  'test/client/keyboard.test.ts',
  'test/client/layout.test.ts',
  'test/client/metadata-browsers.test.ts',
  'test/client/metadata-hostile.test.ts',
  'test/client/reading.test.ts',
  'test/client/voice/attack.test.ts',
  'test/journeys/case-code.test.ts',
  'test/journeys/recorder.test.ts',
  'test/journeys/voice.test.ts',
  'test/scripts/log-audit.test.ts',
  'test/scripts/runbooks.test.ts',
];
