/** Where things lie in the data folder. */
export const DATA = {
  database: 'amparo.sqlite',
  directory: 'directory.json',
  evidence: 'evidence',
  log: 'log',
  logKey: 'log.key',
  pages: 'pages',
} as const;
