import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes as they are and gives the last whole answer that came before the connection closed. */
export function sendRaw(port: number, ...pieces: readonly (string | Uint8Array)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    const isHead = Buffer.from(pieces[0] ?? '')
      .subarray(0, 5)
      .equals(Buffer.from('HEAD '));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (piece: Buffer | string) => {
      text += String(piece);
      const answer = parseAnswer(text, isHead);
      if (!answer) return;
      socket.destroy();
      resolve(answer);
    });
    socket.once('error', reject).once('close', () => {
      reject(new Error(`closed without an answer: ${text}`));
    });
  });
}

function parseAnswer(text: string, isHead: boolean): RawAnswer | null {
  const start = text.replace(/^HTTP\/1\.1 100 [^]*?\r\n\r\n/, '');
  const end = start.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = start.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = start.slice(end + 4);
  if (!isHead && body.length < Number(headers['content-length'] ?? 0)) return null;
  return { status: Number(statusLine.split(' ')[1]), headers, body };
}
