export const dynamic = 'force-dynamic';

/** Whatever else is asked of the API is not there; programs are told so without a page. */
function notFound(): Response {
  const error = { message: 'Not found.', data: { code: 'NOT_FOUND', reason: 'NOT_FOUND' } };
  return Response.json({ error }, { status: 404, headers: { 'cache-control': 'no-store' } });
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
