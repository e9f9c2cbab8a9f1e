import { hashPassword } from '@parley/auth/passwords';
import { keptSecret } from '@parley/db/secrets-file';
import { seedDemo } from '@parley/db/seeds/demo';
import { say } from './say.ts';

/** Fills an empty database with the demo company, and says whom one may sign in as. The password is made for this data folder. */
export async function seed(dataDir: string): Promise<void> {
  const password = keptSecret(dataDir, 'DEMO_PASSWORD').slice(0, 14);
  const { written, present, accounts, messages } = await seedDemo({ password, hashPassword });
  say(
    written
      ? `SEED=demo: wrote the company Northwind, with ${messages} messages.`
      : 'SEED=demo: there are people in the database already, so nothing was added.',
  );
  if (!present) return;
  say(`Sign in with the password ${password} as`);
  for (const { email, name, title } of accounts) say(`  ${email}  (${name}, ${title})`);
}
