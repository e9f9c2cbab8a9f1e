import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createLogger, type Logger, logger, setLogFormat } from './logger.ts';
import { readableLine } from './readable-line.ts';

/** The lines that `use` logs. */
function linesOf(use: (log: Logger) => void): string[] {
  const lines: string[] = [];
  use(createLogger((json) => lines.push(json), 'trace').child({ area: 'test' }));
  return lines;
}

function fieldsOf(use: (log: Logger) => void): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(linesOf(use).join('')));
}

describe('secrets', () => {
  const secret = 'hunter2hunter2';

  it.each([
    'password',
    'newPassword',
    'passwordHash',
    'accessToken',
    'refreshToken',
    'sessionToken',
    'ticket',
    'code',
    'totp',
    'cookie',
    'Set-Cookie',
    'authorization',
    'AUTH_SECRET',
    'apiKey',
    'signature',
    'body',
  ])('blanks %s at any depth', (name) => {
    const said = linesOf((log) => {
      log.info({ [name]: secret });
      log.info({ input: { list: [{ [name]: secret }] } });
      log.info({ headers: { [name]: [secret] } });
    });
    expect(said).toHaveLength(3);
    for (const line of said) {
      expect(line).toContain('[redacted]');
      expect(line).not.toContain(secret);
    }
  });

  it('keeps what only looks like a secret', () => {
    const fields = fieldsOf((log) => log.info({ tokenId: 't1', status: 'ONLINE', hasPassword: true, closeCode: 4401 }));
    expect(fields).toMatchObject({ tokenId: 't1', status: 'ONLINE', hasPassword: true, closeCode: 4401 });
  });

  it.each([
    'Authorization: Bearer hunter2hunter2',
    'GET /files/1/a.png?expires=1&signature=hunter2hunter2',
    'GET /api/auth/callback?code=hunter2hunter2&state=1',
    'connect to postgresql://parley:hunter2hunter2@db:5432/parley failed',
    'GET /join/hunter2hunter2',
    'POST /hooks/0190-ab/hunter2hunter2',
  ])('blanks the secret in: %s', (text) => {
    const said = linesOf((log) => {
      log.info(text);
      log.info({ url: text }, 'Asked.');
      log.error({ err: new Error(text) }, 'Failed.');
    });
    for (const line of said) {
      expect(line).toContain('[redacted]');
      expect(line).not.toContain(secret);
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  it('leaves addresses without secrets alone', () => {
    const text = 'http://localhost:3000/@ada?before=5 and https://chat.example.com/join';
    expect(fieldsOf((log) => log.info(text)).msg).toBe(text);
  });
});

describe('errors', () => {
  it('keep type, code, stack and cause, and lose what a database quotes of the row', () => {
    const cause = Object.assign(new Error('violates check'), { code: '23514', detail: 'Failing row: (my diary)' });
    const line = linesOf((log) => log.error({ err: new TypeError('Could not send.', { cause }) }, 'Send failed.')).join(
      '',
    );
    expect(line).not.toContain('my diary');
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      area: 'test',
      msg: 'Send failed.',
      err: { type: 'TypeError', message: 'Could not send.', cause: { code: '23514', message: 'violates check' } },
    });
  });

  it('may be their own cause', () => {
    const err = new Error('round');
    err.cause = err;
    expect(() => linesOf((log) => log.error({ err }, 'Failed.'))).not.toThrow();
  });

  it('may stand alone', () => {
    expect(fieldsOf((log) => log.error(new Error('alone')))).toMatchObject({ msg: 'alone', err: { message: 'alone' } });
  });
});

describe('bounds', () => {
  it('holds for deep, long and wide fields', () => {
    const round: Record<string, unknown> = {};
    round.self = round;
    const fields = { round, text: 'x'.repeat(100_000), list: Array.from({ length: 10_000 }, (_, at) => at) };
    expect(linesOf((log) => log.info(fields)).join('').length).toBeLessThan(10_000);
  });
});

describe('text of people', () => {
  const treacherous = ['\u001b', '\u009b', '\u202e', '\u2028'];
  const forged = 'x\n00:00:00 error parley: all is lost \u001b[2J \u009b2J \u202edlrow\u2028next';

  it('stays inside one JSON line and reads back the same', () => {
    const line = linesOf((log) => log.info({ name: forged }, forged)).join('');
    expect(line.split(/[\n\u2028]/)).toHaveLength(2);
    expect(treacherous.filter((character) => line.includes(character))).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({ name: forged, msg: forged });
  });

  it('stays inside one readable line', () => {
    const line = readableLine(linesOf((log) => log.info({ name: forged }, forged)).join(''));
    expect(line.split(/[\n\u2028]/)).toHaveLength(2);
    expect(treacherous.filter((character) => line.includes(character))).toEqual([]);
  });

  it('cannot start a line of its own in an error', () => {
    const lines = readableLine(linesOf((log) => log.error({ err: new Error(forged) }, 'Failed.')).join('')).split('\n');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d error test: Failed\.$/);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^ {4}\S/);
  });

  it('is followed by what caused it', () => {
    const err = new Error('outer', { cause: new TypeError('inner') });
    expect(readableLine(linesOf((log) => log.error({ err })).join(''))).toContain('\n    caused by TypeError: inner\n');
  });
});

describe('a readable line', () => {
  it('is a sentence and its fields', () => {
    const line = readableLine(
      linesOf((log) => log.warn({ host: 'mail.example.com', tries: 3, why: 'no route' }, 'Refused.')).join(''),
    );
    expect(line).toMatch(/^\d\d:\d\d:\d\d warn {2}test: Refused\. host=mail\.example\.com tries=3 why="no route"\n$/);
  });
});

describe('the loggers of a process', () => {
  it('write as the process chose, in each copy of the package', async () => {
    vi.stubEnv('LOG_LEVEL', 'info');
    // Made anew, as in a process that starts.
    Reflect.deleteProperty(globalThis, Symbol.for('parley.telemetry.log'));
    const written: string[] = [];
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    vi.resetModules();
    const copy = await import('./logger.ts');
    logger('web').info('As JSON.');
    copy.setLogFormat('lines');
    logger('web').info('As a line.');
    copy.logger('ws').debug('Not said at this level.');
    copy.logger('ws').warn({ sockets: 2 }, 'Elsewhere.');
    setLogFormat('json');
    stdout.mockRestore();
    vi.unstubAllEnvs();
    expect(written).toHaveLength(3);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ area: 'web', msg: 'As JSON.', level: 'info' });
    expect(written[1]).toContain('web: As a line.\n');
    expect(written[2]).toContain('ws: Elsewhere. sockets=2\n');
  });
});
