import { encodeQR } from 'qr';

/** What the standard asks for around a code, in its own units. */
const QUIET = 4;

/** A QR code, drawn here: nobody is asked for a picture. Always dark on light, which is what cameras read. */
export function Picture({ text, name }: { readonly text: string; readonly name: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const size = String(rows.length);
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return (
    <svg class="picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
