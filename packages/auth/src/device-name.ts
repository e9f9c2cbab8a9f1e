import Bowser from 'bowser';

const MAX_USER_AGENT = 512;
const MAX_NAME = 80;

function programName(userAgent: string): string {
  const name = /^[\w.-]{1,60}/.exec(userAgent)?.[0];
  return name ?? 'Unknown device';
}

/** What to call a device in the list of sessions, from its User-Agent: "Chrome on Linux", or a program's own name. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device';
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAX_USER_AGENT));
  if (!browser.name || !os.name) return programName(userAgent);
  return `${browser.name} on ${os.name}`.slice(0, MAX_NAME);
}
