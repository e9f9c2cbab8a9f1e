import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { at } from './places.mjs';

const compress = promisify(brotliCompress);
const texts = new Set(['.js', '.css', '.svg', '.json', '.txt']);
/** Below this a file does not get smaller. */
const FEWEST_BYTES = 1_000;

/** Writes a Brotli form beside each text that the web app's build left for browsers, once, so that no answer waits for it. */
export async function compressBuiltFiles() {
  const folder = at('apps', 'web', '.next', 'static');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && texts.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file);
      if (text.length < FEWEST_BYTES) return;
      const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      await writeFile(`${file}.br`, await compress(text, { params }));
    }),
  );
}
