import type {} from '@parley/db/testing/test-database';

export { setUpTestPostgres as setup } from '@parley/db/testing/global-setup';
