import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'vitest.config.ts', 'eslint.config.js'] },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.cts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./*/tsconfig.json', './client/*/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: "CallExpression[callee.name='eval']", message: 'No eval.' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // libsodium's functions are plain functions gathered in an object; none of them uses `this`.
    files: ['crypto/**', 'test/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // What a component is given, and what a worker's handlers are, are plain functions gathered in an object.
    files: ['client/courier/**', 'client/triage/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // The command line and tests speak to a terminal.
    files: ['scripts/**', 'test/**', 'server/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/closing-line.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
