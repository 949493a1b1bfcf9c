import { signBuild, type Build } from '../../crypto/build.ts';
import { toHex } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { signStatement, type Envelope } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { newSigner } from './statements.ts';
import type { Vectors } from './vector.ts';

/** All vectors of kind `build`. */
export async function buildVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('build');
  const charter = await newSigner(random);
  const stranger = await newSigner(random);
  const page = { name: 'amparo-en.html', sha256: toHex(random(32)), bytes: 412_345 };
  const build: Build = {
    version: '0.1.0',
    issued: '2026-11-23',
    files: [page, { name: 'amparo-es.html', sha256: toHex(random(32)), bytes: 0 }],
  };
  const add = (name: string, about: string, envelope: unknown, error?: ErrorCode) => {
    vectors.set(`build-${name}`, {
      kind: 'build',
      about,
      expect: error ? { error } : 'opens',
      envelope,
      charter: toHex(charter.publicKey),
      ...(error === undefined && { opens: { build } }),
    });
  };
  const good = await signBuild(build, charter.seed);
  const sign = (change: object): Promise<Envelope> => signStatement('build', { ...build, ...change }, charter.seed);

  add('opens', 'two pages', good);
  add('signer-stranger', 'signed by a stranger', await signBuild(build, stranger.seed), 'signature-invalid');
  add(
    'other-kind',
    'another statement of the charter',
    await signStatement('roster', build, charter.seed),
    'statement-kind',
  );
  add(
    'type-altered',
    'made a build of what was signed as a roster',
    { ...(await signStatement('roster', build, charter.seed)), payloadType: good.payloadType },
    'signature-invalid',
  );
  add(
    'payload-exchanged',
    'the payload of another build',
    { ...good, payload: (await sign({ version: '0.2.0' })).payload },
    'signature-invalid',
  );
  add('no-envelope', 'the payload alone', build, 'statement-malformed');

  const invalid = async (name: string, about: string, change: object) => {
    add(name, about, await sign(change), 'build-invalid');
  };
  await invalid('member-unknown', 'an unknown member', { colour: 'blue' });
  await invalid('version-empty', 'no version', { version: '' });
  await invalid('version-number', 'the version is a number', { version: 1 });
  await invalid('date-impossible', 'a day that does not exist', { issued: '2026-02-30' });
  await invalid('files-none', 'no files', { files: [] });
  await invalid('files-many', '257 files', {
    files: Array.from({ length: 257 }, (_, i) => ({ ...page, name: `${String(i)}.html` })),
  });
  await invalid('name-twice', 'two files of one name', { files: [page, page] });
  await invalid('name-path', 'a name that leads elsewhere', { files: [{ ...page, name: '../amparo-en.html' }] });
  await invalid('name-hidden', 'a name that begins with a dot', { files: [{ ...page, name: '.html' }] });
  await invalid('name-long', 'a name of 101 characters', { files: [{ ...page, name: 'a'.repeat(101) }] });
  await invalid('hash-short', 'a hash of 31 bytes', { files: [{ ...page, sha256: page.sha256.slice(2) }] });
  await invalid('hash-upper-case', 'a hash in upper case', { files: [{ ...page, sha256: page.sha256.toUpperCase() }] });
  await invalid('bytes-negative', 'less than nothing', { files: [{ ...page, bytes: -1 }] });
  await invalid('bytes-part', 'half a byte', { files: [{ ...page, bytes: 0.5 }] });
  await invalid('file-member-unknown', 'an unknown member of a file', { files: [{ ...page, url: '/' }] });
  return vectors;
}
