import { announcements } from './scenes/announcements.ts';
import { customers } from './scenes/customers.ts';
import { design } from './scenes/design.ts';
import { docs } from './scenes/docs.ts';
import { engineering } from './scenes/engineering.ts';
import { general } from './scenes/general.ts';
import { hiring } from './scenes/hiring.ts';
import { incidents } from './scenes/incidents.ts';
import { leadership } from './scenes/leadership.ts';
import { random } from './scenes/random.ts';
import { releaseTrain } from './scenes/release-train.ts';
import { support } from './scenes/support.ts';

export interface DemoChannel {
  name: string;
  topic: string;
  description: string;
  kind: 'PUBLIC' | 'PRIVATE' | 'DIRECT' | 'GROUP';
  /** Who makes it, and owns it. */
  owner: string;
  /** Who is in it; everyone when left out. Those named first speak most. */
  members?: readonly string[];
  isDefault?: boolean;
  /** Conversations on a working day, on average. */
  perDay: number;
  scenes: string;
}

const engineers = [
  'mira',
  'tomas',
  'wen',
  'samuel',
  'omar',
  'sven',
  'felix',
  'dmitri',
  'leila',
  'jakub',
  'kenji',
  'theo',
];

/** Northwind's channels, the oldest first. */
export const channels: readonly DemoChannel[] = [
  {
    name: 'announcements',
    topic: 'What everyone should know',
    description: 'News that concern the whole company. Questions are welcome.',
    kind: 'PUBLIC',
    owner: 'jonas',
    isDefault: true,
    perDay: 0.8,
    scenes: announcements,
  },
  {
    name: 'general',
    topic: 'Anything that has no better place',
    description: 'Questions, favours, lunch.',
    kind: 'PUBLIC',
    owner: 'jonas',
    isDefault: true,
    perDay: 3,
    scenes: general,
  },
  {
    name: 'random',
    topic: 'Cats, bread, trains',
    description: 'Nothing in here is urgent.',
    kind: 'PUBLIC',
    owner: 'theo',
    perDay: 1.6,
    scenes: random,
  },
  {
    name: 'release-train',
    topic: 'Everything on the way to 4.2 · Thursday cut-off 16:00',
    description: 'What leaves with which train.',
    kind: 'PUBLIC',
    owner: 'ana',
    members: [
      'ana',
      'mira',
      'tomas',
      'wen',
      'jonas',
      'leila',
      'samuel',
      'omar',
      'sven',
      'noor',
      'felix',
      'jules',
      'clara',
      'priya',
      'kenji',
      'deploybot',
    ],
    perDay: 9,
    scenes: releaseTrain,
  },
  {
    name: 'engineering',
    topic: 'How we build it',
    description: 'Questions, proposals, slow queries.',
    kind: 'PUBLIC',
    owner: 'tomas',
    members: [...engineers, 'jonas', 'ana', 'noor'],
    perDay: 9,
    scenes: engineering,
  },
  {
    name: 'design',
    topic: 'How it looks and feels',
    description: 'Screens, words and spacing.',
    kind: 'PUBLIC',
    owner: 'jules',
    members: ['jules', 'yara', 'wen', 'felix', 'noor', 'mira', 'emma', 'clara', 'kenji', 'jonas'],
    perDay: 3,
    scenes: design,
  },
  {
    name: 'support',
    topic: 'Ask before you guess',
    description: 'Tickets that need more than one head.',
    kind: 'PUBLIC',
    owner: 'priya',
    members: [
      'aisha',
      'priya',
      'mateo',
      'rafael',
      'lucia',
      'maya',
      'tomas',
      'omar',
      'samuel',
      'jules',
      'clara',
      'jonas',
      'mira',
      'bruno',
    ],
    perDay: 9,
    scenes: support,
  },
  {
    name: 'incidents',
    topic: 'Something is wrong, and who looks at it',
    description: 'Alerts and what became of them.',
    kind: 'PUBLIC',
    owner: 'sven',
    members: ['sven', 'jakub', 'tomas', 'samuel', 'ana', 'omar', 'dmitri', 'priya', 'mira', 'jonas', 'deploybot'],
    perDay: 2,
    scenes: incidents,
  },
  {
    name: 'customers',
    topic: 'Who they are and what they need',
    description: 'Notes from calls, visits and pilots.',
    kind: 'PUBLIC',
    owner: 'lucia',
    members: ['lucia', 'maya', 'hana', 'paul', 'noor', 'jonas', 'jules', 'priya', 'omar', 'emma', 'bruno', 'mira'],
    perDay: 3,
    scenes: customers,
  },
  {
    name: 'docs',
    topic: 'Help site, guides, glossary',
    description: 'What people read when we are not there.',
    kind: 'PUBLIC',
    owner: 'clara',
    members: ['clara', 'aisha', 'omar', 'leila', 'theo', 'noor', 'mira', 'tomas', 'maya'],
    perDay: 2,
    scenes: docs,
  },
  {
    name: 'hiring',
    topic: 'Candidates stay in this channel',
    description: 'Interviews, offers, feedback.',
    kind: 'PRIVATE',
    owner: 'greta',
    members: ['greta', 'jonas', 'priya', 'noor', 'mira', 'tomas'],
    perDay: 0.45,
    scenes: hiring,
  },
  {
    name: 'leadership',
    topic: '',
    description: 'Plans before they are plans.',
    kind: 'PRIVATE',
    owner: 'jonas',
    members: ['jonas', 'noor', 'priya', 'ingrid', 'greta'],
    perDay: 0.4,
    scenes: leadership,
  },
];
