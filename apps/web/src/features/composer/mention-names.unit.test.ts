import { describe, expect, test } from 'vitest';
import { calledEverybody, calledPeople, MentionNames } from './mention-names.ts';

const ana = '00000000-0000-7000-8000-00000000000a';
const ana2 = '00000000-0000-7000-8000-00000000000b';
const general = '00000000-0000-7000-8000-00000000000c';
const nobody = '00000000-0000-7000-8000-00000000000d';

function names() {
  return new MentionNames({
    namesOf: (sign, id) => {
      if (sign === '#') return id === general ? ['general'] : [];
      if (id === ana) return ['Ana Ferreira', 'ana'];
      return id === ana2 ? ['Ana Ferreira', 'ana2'] : [];
    },
    idOf: (sign, name) => ({ '@ana': ana, '#general': general })[sign + name],
  });
}

describe('names in a field', () => {
  test('stand for tokens, there and back', () => {
    const made = names();
    const body = `Hi <@${ana}>, see <#${general}> and <@${ana2}>. <@${nobody}>`;
    const shown = made.show(body);
    expect(shown).toBe(`Hi @Ana Ferreira, see #general and @ana2. <@${nobody}>`);
    expect(made.store(shown)).toBe(body);
    expect(made.show(made.store(shown))).toBe(shown);
  });

  test('stand for nobody once they are changed, and in code', () => {
    const made = names();
    made.nameFor(`<@${ana}>`);
    for (const text of [
      '@Ana Ferreirax',
      'x@Ana Ferreira',
      '@Ana',
      '`@Ana Ferreira`',
      '```\n@Ana Ferreira',
      '~~~\n@Ana Ferreira\n~~~\n',
    ]) {
      expect(made.store(text)).toBe(text);
    }
    expect(made.store('`code` @Ana Ferreira')).toBe(`\`code\` <@${ana}>`);
    expect(made.store('```\ncode\n```\n@Ana Ferreira!')).toBe(`\`\`\`\ncode\n\`\`\`\n<@${ana}>!`);
    expect(made.show(`\`<@${ana}>\``)).toBe(`\`<@${ana}>\``);
  });

  test('that were written by hand stand for those who are called so', () => {
    const made = names();
    expect(made.finish('@ana, see #general. @channel')).toBe(`<@${ana}>, see <#${general}>. <!channel>`);
    for (const text of ['me@ana.test', '@anabel', '`@ana`', 'https://a.test/#general', '@@ana', '#1 is # general']) {
      expect(made.finish(text)).toBe(text);
    }
  });

  test('are known from their beginning', () => {
    const made = names();
    made.nameFor(`<@${ana}>`);
    expect(made.beginsWithName('@Ana Ferreira and')).toBe(true);
    expect(made.beginsWithName('@Ana Ferreiras')).toBe(false);
    expect(made.beginsWithName('@Ana')).toBe(false);
  });
});

test('a text says whom it calls, outside of code', () => {
  expect(calledPeople(`<@${ana}> <@${ana}> <@${ana2}> \`<@${nobody}>\` <#${general}>`)).toEqual([ana, ana2]);
  expect(calledEverybody('now <!here> and <!channel>')).toBe('channel');
  expect(calledEverybody('<!here>')).toBe('here');
  expect(calledEverybody('`<!here>`')).toBeNull();
});
