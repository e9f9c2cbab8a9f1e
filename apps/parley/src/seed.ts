import { hashPassword } from '@parley/auth/passwords';
import { keptSecret } from '@parley/db/secrets-file';
import { seedDemo } from '@parley/db/seeds/demo';
import { say } from './say.ts';

/** Fills an empty database with the demo company, and says whom one may sign in as. The password is made for this data folder. */
export async function seed(dataDir: string): Promise<void> {
  const password = keptSecret(dataDir, 'DEMO_PASSWORD').slice(0, 14);
  const { written, accounts, messages } = await seedDemo({ password, hashPassword });
  if (!written) {
    say('SEED=demo: there are people in the database already, so nothing was added.');
    return;
  }
  const [owner] = accounts;
  say(`SEED=demo: wrote Northwind, with ${messages} messages. Sign in with the password ${password} as`);
  for (const { email, name, title } of accounts)
    say(`  ${email}  ${name}, ${title}${email === owner?.email ? ' (owner)' : ''}`);
}
