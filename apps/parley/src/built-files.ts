import type { RequestListener } from 'node:http';
import sirv from 'sirv';

/** Where Next expects what its build left for browsers. Each name holds a hash of what is in it. */
const PREFIX = '/_next/static';
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the files of a build from `folder`, each in the smallest form that the build wrote and the browser takes
 * (Brotli, else as it is); everything else goes to `next`.
 */
export function serveBuiltFiles(folder: string, next: RequestListener): RequestListener {
  const serve = sirv(folder, { brotli: true, immutable: true, maxAge: YEAR_SECONDS, etag: true });
  return (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(`${PREFIX}/`)) {
      next(request, response);
      return;
    }
    request.url = url.slice(PREFIX.length);
    serve(request, response, () => {
      request.url = url;
      next(request, response);
    });
  };
}
