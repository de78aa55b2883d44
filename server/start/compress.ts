/**
 * Compresses what the pages load once, when they are built: a class that comes in together then costs the teacher's
 * computer nothing but reading files, and the best compression can take its time. Each text gets a `.br` (browsers ask
 * for it over HTTPS and on the same computer) and a `.gz` (asked for over plain HTTP, as in most classrooms).
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXTS = /\.(?:js|css|svg|json|txt)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Leaves both forms beside every text file in this folder and below it. */
export async function compressFolder(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => TEXTS.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const text = await readFile(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      await Promise.all([
        brotli(text, { params }).then((bytes) => writeFile(`${file}.br`, bytes)),
        zip(text, { level: constants.Z_BEST_COMPRESSION }).then((bytes) => writeFile(`${file}.gz`, bytes)),
      ]);
    }),
  );
}
