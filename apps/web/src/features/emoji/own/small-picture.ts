/** In px and in bytes: what the server takes. */
const MOST_PIXELS = 128;
const MOST_BYTES = 256 * 1024;
const kinds: readonly string[] = ['image/png', 'image/gif', 'image/webp', 'image/jpeg'];

/** What a field for a picture lets one choose. */
export const pictureKinds = kinds.join(',');

/** A picture that is small enough for an emoji. */
export interface SmallPicture {
  readonly base64: string;
  /** To show it at once. */
  readonly url: string;
}

/** Why a file makes no emoji, and what would, in a sentence. */
export class PictureProblem extends Error {}

/** Makes a file small enough for an emoji: a larger picture is scaled down. Rejects with a `PictureProblem`. */
export async function smallPicture(file: File): Promise<SmallPicture> {
  if (!kinds.includes(file.type)) throw new PictureProblem('Choose a PNG, GIF, WebP or JPEG.');
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) throw new PictureProblem('This picture can’t be read. Choose another one.');
  try {
    const fits = Math.max(picture.width, picture.height) <= MOST_PIXELS && file.size <= MOST_BYTES;
    if (!fits && file.type === 'image/gif') {
      throw new PictureProblem(
        'A GIF would stop moving if it was made smaller. Choose one of at most 128 × 128 pixels and 256 KiB.',
      );
    }
    return await encoded(fits ? file : await scaled(picture));
  } finally {
    picture.close();
  }
}

async function scaled(picture: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!context || !blob)
    throw new PictureProblem('This picture can’t be made smaller here. Choose one of 128 × 128 pixels.');
  return blob;
}

function encoded(blob: Blob): Promise<SmallPicture> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve({ url, base64: url.slice(url.indexOf(',') + 1) });
    };
    reader.onerror = () => reject(new PictureProblem('This file can’t be read. Choose it again.'));
    reader.readAsDataURL(blob);
  });
}

/** A name that a file's name suggests: `Party Parrot.gif` is `party_parrot`. */
export function nameOfFile(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9+-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 64);
}
