import { buildChannel, type Surroundings } from './build-channel.ts';
import { workingDays } from './calendar.ts';
import type { Company, MemberRow, UserRow } from './company.ts';
import { idAt } from './demo-ids.ts';
import { channels } from './northwind/channels.ts';
import { directs } from './northwind/directs.ts';
import { people, signInAs } from './northwind/people.ts';
import { addOwnThings } from './own-things.ts';
import { createRandom } from './random.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
const STARRED = 'release-train';
const MUTED = { handle: 'jonas', channel: 'random' };

/** The address by which a demo person signs in. */
export function demoEmail(handle: string): string {
  return `${handle}@northwind.example`;
}

function userRow(person: (typeof people)[number], id: string, createdAt: string): UserRow {
  const isPerson = person.kind !== 'BOT';
  return {
    id,
    kind: person.kind ?? 'PERSON',
    handle: person.handle,
    handleKey: person.handle,
    displayName: person.name,
    email: isPerson ? demoEmail(person.handle) : null,
    emailVerified: isPerson ? createdAt : null,
    title: person.title,
    timezone: person.timezone,
    statusEmoji: person.status?.emoji ?? null,
    statusText: person.status?.text ?? null,
    createdAt,
  };
}

/** Builds Northwind as of `now`: thirty people, twelve channels and a month of talk. The same for the same `now`. */
export function buildCompany(now: Date): Company {
  const random = createRandom('northwind');
  const began = now.getTime() - (DAYS + 2) * DAY_MS;
  const createdAt = new Date(began).toISOString();
  const workspace = { id: idAt(began, random), slug: 'northwind', name: 'Northwind', createdAt };
  const userIds = new Map(people.map(({ handle }) => [handle, idAt(began, random)]));
  const places = [...channels, ...directs];
  const channelIds = new Map(places.map(({ name }) => [name, idAt(began, random)]));
  const around: Surroundings = {
    workspaceId: workspace.id,
    days: workingDays(now, DAYS),
    began,
    now: now.getTime(),
    userIds,
    channelIds,
  };
  const users = people.map((person) => userRow(person, userIds.get(person.handle) ?? '', createdAt));
  const members = people.map(
    ({ handle, role = 'MEMBER' }): MemberRow => ({
      workspaceId: workspace.id,
      userId: userIds.get(handle) ?? '',
      role,
      joinedAt: createdAt,
      activityReadAt: null,
    }),
  );
  const built = places.map((channel) => buildChannel(channel, around, createRandom(`northwind #${channel.name}`)));
  const company: Company = {
    workspace,
    users,
    members,
    channels: built.map(({ channel }) => channel),
    channelMembers: built.flatMap((one) => one.members),
    messages: built.flatMap((one) => one.messages),
    revisions: built.flatMap((one) => one.revisions),
    reactions: built.flatMap((one) => one.reactions),
    follows: built.flatMap((one) => one.follows),
    readMarks: built.flatMap((one) => one.readMarks),
    saved: [],
    drafts: [],
  };
  arrange(company, { userIds, channelIds }, now);
  addOwnThings(company, { userIds, channelIds }, now);
  return company;
}

/** A few things that people set for themselves. */
function arrange(company: Company, ids: Pick<Surroundings, 'userIds' | 'channelIds'>, now: Date): void {
  const starring = new Set(signInAs.map((handle) => ids.userIds.get(handle)));
  for (const member of company.channelMembers) {
    if (member.channelId === ids.channelIds.get(STARRED) && starring.has(member.userId)) member.starred = true;
    const isMuted =
      member.channelId === ids.channelIds.get(MUTED.channel) && member.userId === ids.userIds.get(MUTED.handle);
    if (isMuted) member.mutedUntil = new Date(now.getTime() + 365 * DAY_MS).toISOString();
  }
}
