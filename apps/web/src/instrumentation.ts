import type { Instrumentation } from 'next';

/** Logs what failed while a page or a route was answered, under the digest that the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { logger } = await import('@parley/telemetry/logger');
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  const fields = { err: error, digest, method: request.method, route: context.routePath };
  logger('web').error(fields, 'A request failed.');
};
