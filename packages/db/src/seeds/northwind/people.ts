import type { WorkspaceRole } from '../../generated/enums.ts';

export interface DemoPerson {
  handle: string;
  name: string;
  title: string;
  timezone: string;
  role?: WorkspaceRole;
  kind?: 'BOT';
  status?: { readonly emoji: string; readonly text: string };
}

/** Whom one may sign in as. */
export const signInAs = ['jonas', 'mira', 'tomas'] as const;

/** Everyone at Northwind, and deploybot. Scenes call some of them by their handle. */
export const people: readonly DemoPerson[] = [
  {
    handle: 'jonas',
    name: 'Jonas Keller',
    title: 'Founder',
    timezone: 'Europe/Berlin',
    role: 'OWNER',
    status: { emoji: '🎧', text: 'Focusing' },
  },
  { handle: 'mira', name: 'Mira Osei', title: 'Engineer, search', timezone: 'Europe/London' },
  {
    handle: 'tomas',
    name: 'Tomás Lindqvist',
    title: 'Engineer, backend',
    timezone: 'Europe/Stockholm',
    status: { emoji: '🚆', text: 'On the train' },
  },
  { handle: 'ana', name: 'Ana Ferreira', title: 'Release manager', timezone: 'Europe/Lisbon', role: 'ADMIN' },
  { handle: 'jules', name: 'Jules Moreau', title: 'Designer', timezone: 'Europe/Paris' },
  { handle: 'wen', name: 'Wen Zhao', title: 'Engineer, web', timezone: 'Europe/Berlin' },
  {
    handle: 'priya',
    name: 'Priya Raman',
    title: 'Head of support',
    timezone: 'Europe/London',
    role: 'ADMIN',
    status: { emoji: '📞', text: 'With a customer' },
  },
  { handle: 'sven', name: 'Sven Aalto', title: 'Engineer, infrastructure', timezone: 'Europe/Helsinki' },
  { handle: 'lucia', name: 'Lucía Marín', title: 'Customer success', timezone: 'Europe/Madrid' },
  { handle: 'omar', name: 'Omar Haddad', title: 'Engineer, integrations', timezone: 'Europe/Berlin' },
  { handle: 'greta', name: 'Greta Vogel', title: 'People', timezone: 'Europe/Berlin' },
  { handle: 'dmitri', name: 'Dmitri Volkov', title: 'Engineer, data', timezone: 'Europe/Riga' },
  { handle: 'aisha', name: 'Aisha Bello', title: 'Support', timezone: 'Africa/Lagos' },
  { handle: 'kenji', name: 'Kenji Mori', title: 'Engineer, mobile', timezone: 'Asia/Tokyo' },
  { handle: 'clara', name: 'Clara Nilsen', title: 'Technical writer', timezone: 'Europe/Oslo' },
  { handle: 'mateo', name: 'Mateo Rojas', title: 'Support', timezone: 'America/Bogota' },
  { handle: 'hana', name: 'Hana Novák', title: 'Sales', timezone: 'Europe/Prague' },
  {
    handle: 'felix',
    name: 'Felix Brandt',
    title: 'Engineer, web',
    timezone: 'Europe/Berlin',
    status: { emoji: '🏠', text: 'Working from home' },
  },
  {
    handle: 'noor',
    name: 'Noor de Vries',
    title: 'Product',
    timezone: 'Europe/Amsterdam',
    status: { emoji: '🌴', text: 'Away until Monday' },
  },
  { handle: 'samuel', name: 'Samuel Okafor', title: 'Engineer, backend', timezone: 'Europe/London' },
  { handle: 'ingrid', name: 'Ingrid Solberg', title: 'Finance', timezone: 'Europe/Oslo' },
  { handle: 'rafael', name: 'Rafael Costa', title: 'Support', timezone: 'America/Sao_Paulo' },
  { handle: 'yara', name: 'Yara Mansour', title: 'Designer', timezone: 'Europe/Paris' },
  { handle: 'paul', name: 'Paul Whitaker', title: 'Sales', timezone: 'Europe/London' },
  { handle: 'leila', name: 'Leila Karimi', title: 'Engineer, quality', timezone: 'Europe/Berlin' },
  { handle: 'bruno', name: 'Bruno Ricci', title: 'Operations', timezone: 'Europe/Rome' },
  { handle: 'emma', name: 'Emma Laurent', title: 'Marketing', timezone: 'Europe/Paris' },
  { handle: 'jakub', name: 'Jakub Zieliński', title: 'Engineer, infrastructure', timezone: 'Europe/Warsaw' },
  { handle: 'maya', name: 'Maya Cohen', title: 'Customer success', timezone: 'Europe/London' },
  { handle: 'theo', name: 'Theo Andersson', title: 'Working student', timezone: 'Europe/Stockholm' },
  { handle: 'deploybot', name: 'deploybot', title: 'Deploys', timezone: 'UTC', kind: 'BOT' },
];
