import { element } from '../dom.ts';

const EDGE_PIXELS = 96;
/** A picture that takes longer to decode is shown as a file like any other. */
const BYTES_MAX = 40_000_000;

/** A small picture of a photo, made on this device and drawn only: browsers that guard against fingerprints forbid reading it back. */
export async function drawThumbnail(file: Blob, into: HTMLElement): Promise<void> {
  if (!file.type.startsWith('image/') || file.size > BYTES_MAX) return;
  const picture = await createImageBitmap(file, { resizeWidth: EDGE_PIXELS * 2, resizeQuality: 'low' }).catch(
    () => null,
  );
  if (!picture) return; // a kind that this browser does not show
  const canvas = element('canvas', 'thumbnail');
  canvas.width = EDGE_PIXELS;
  canvas.height = EDGE_PIXELS;
  canvas.ariaHidden = 'true';
  const scale = Math.max(EDGE_PIXELS / picture.width, EDGE_PIXELS / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext('2d')?.drawImage(picture, (EDGE_PIXELS - width) / 2, (EDGE_PIXELS - height) / 2, width, height);
  picture.close();
  into.prepend(canvas);
}
