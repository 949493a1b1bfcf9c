import { encodeQR } from 'qr';

const SVG = 'http://www.w3.org/2000/svg';
/** What the standard asks for around a code, in its own units. */
const QUIET = 4;

/** A QR code of the digits, drawn here: nobody is asked for a picture. Always dark on light, which is what cameras read. */
export function pictureOf(digits: readonly string[], name: string): SVGSVGElement {
  const rows = encodeQR(digits.join(''), 'raw', { ecc: 'medium', encoding: 'numeric', border: QUIET });
  const size = String(rows.length);
  const picture = shape('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': name, class: 'picture' });
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  picture.append(
    shape('rect', { width: size, height: size, fill: '#fff' }),
    shape('path', { d: dark.join(''), fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
  return picture;
}

function shape<Tag extends 'svg' | 'rect' | 'path'>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS<Tag>(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
