import 'server-only';
import { createCaller } from '@parley/api/root';
import { createServerContext } from './current-caller.ts';

/** The API as the person who looks at the page may call it. */
export async function pageApi(): Promise<ReturnType<typeof createCaller>> {
  return createCaller(await createServerContext());
}
