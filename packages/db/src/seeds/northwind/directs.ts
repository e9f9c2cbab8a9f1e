import type { DemoChannel } from './channels.ts';

interface Direct {
  /** Their handles, in order. One alone keeps notes. */
  readonly people: readonly string[];
  readonly scenes: string;
}

const talks: readonly Direct[] = [
  {
    people: ['jonas', 'mira'],
    scenes: `
jonas: Do you have ten minutes for the board slides? The part on search.
mira: After lunch, yes. Send them over.
jonas: In your inbox. Page 7 is the one that worries me.
mira: Page 7 says "instant". Say "18 ms", it is shorter and true.
+ 😄 jonas
jonas: Changed. Thank you!

mira: Could you look at the offer for the database person? Greta waits for you.
jonas: Signed this morning, it went out at nine.
mira: You are the best. I mean it until tomorrow.

!
jonas: How did the migration go?
mira: Quietly. Nobody noticed, which was the plan.
+ 🎉 jonas
jonas: Then the quiet week was worth it.
mira: One more thing: can I show the numbers at the all-hands?
`,
  },
  {
    people: ['jonas', 'tomas'],
    scenes: `
tomas: I am thinking about the queue again. We could drop a whole service.
jonas: I like it when you drop services. What does it cost?
tomas: A week, and one table.
jonas: Take the week.
+ 🙏 tomas

!
jonas: Are we fine for the cut-off on Thursday?
tomas: Yes, if nobody has an idea until then.
jonas: I shall keep mine to myself.
+ 😄 tomas
tomas: You have said that before.
`,
  },
  {
    people: ['jonas', 'ana', 'jules', 'wen'],
    scenes: `
ana: Who writes the note for 4.2? I have the list, not the words.
jules: I have pictures for three of the five.
wen: I can write the part on maps.
jonas: I do the first paragraph, then.

!
jules: The new empty states are in the file. Look at them on a phone, please.
wen: Looks good here. The third one is a line too long in German.
jules: Shortened.
+ 👍 wen ana
ana: In the train, then.
`,
  },
  {
    people: ['jonas', 'deploybot'],
    scenes: `
!
bot: You asked to be told: 4.2.0-rc.3 is on staging.
jonas: Thank you, bot.
`,
  },
  {
    people: ['jonas'],
    scenes: `
jonas: Ask Priya about the waiting times in the afternoon.

jonas: Books: the one on keyset pagination that Mira named, the one on bread.

!
jonas: For the all-hands: 1. search 2. customs form 3. who is new
`,
  },
  {
    people: ['mira', 'tomas'],
    scenes: `
mira: Is the plan for the big import in the repository?
tomas: docs/plans/import.md, with the numbers from the copy.
mira: Found it. The third query wants an index.
tomas: The third query always wants an index.
+ 💯 mira

!
mira: Your write-up is good. I would put the plan of the slow query first.
tomas: Done. Does it read better?
tomas: Also: are you in on Friday? I need a second pair of eyes for the drill.
`,
  },
  {
    people: ['tomas', 'ana'],
    scenes: `
!
ana: Drill at eleven, you have the watch.
tomas: I have the watch.
`,
  },
  {
    people: ['mira'],
    scenes: `
!
mira: Measure with a cold cache as well.
`,
  },
];

/** Conversations of people, and notes that people keep for themselves. Each is named by its people. */
export const directs: readonly DemoChannel[] = talks.map(({ people: members, scenes }) => ({
  name: members.join(' '),
  topic: '',
  description: '',
  kind: members.length > 2 ? 'GROUP' : 'DIRECT',
  owner: members[0] ?? '',
  members,
  perDay: 0.6,
  scenes,
}));
