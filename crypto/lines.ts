import { utf8, type Bytes } from './bytes.ts';
import { AmparoError, type ErrorCode } from './errors.ts';

const LINE_BREAK = '\n';

/** Lines as UTF-8, each with a line break after it. A line that holds one is a programming error. */
export async function* textOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Bytes> {
  for await (const line of lines) {
    if (line.includes(LINE_BREAK)) throw new RangeError('line: no line break expected within it');
    yield utf8(line + LINE_BREAK);
  }
}

/** Gives each line of a text in UTF-8 once it is there. Throws `damaged` where the text is ill-formed or stops within a line. */
export async function* linesOf(text: AsyncIterable<Uint8Array>, damaged: ErrorCode): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new AmparoError(damaged);
    }
  };
  let begun = '';
  for await (const bytes of text) {
    const lines = (begun + decode(bytes)).split(LINE_BREAK);
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun + decode() !== '') throw new AmparoError(damaged);
}
