import { expect, test } from 'vitest';
import { permalinksIn } from './permalinks.ts';

const origin = 'https://chat.example.test';
const channel = '019aa5b2-6f0e-7cc3-98c4-dc0c0c07398f';
const one = '019aa5b2-6f0e-7cc3-98c4-dc0c0c073990';
const other = '019aa5b2-6f0e-7cc3-98c4-dc0c0c073991';
const link = (id: string, search = '') => `${origin}/w/northwind/${channel}?${search}message=${id}`;

test.each([
  [`see ${link(one)} and ${link(other, `thread=${one}&`)}, please`, [one, other]],
  [`${link(one)} ${link(one)}`, [one]],
  [`[there](${link(one)})`, [one]],
  [`${origin}/w/northwind/${channel}`, []],
  [`${origin}/w/northwind/threads?message=${one}`, []],
  [`https://elsewhere.test/w/northwind/${channel}?message=${one}&from=${origin}`, []],
  ['nothing here', []],
])('%s', (text, ids) => expect(permalinksIn(text, origin)).toEqual(ids));
