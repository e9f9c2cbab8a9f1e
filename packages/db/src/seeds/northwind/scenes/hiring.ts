/** What is said in the private channel #hiring. */
export const hiring = `
a: Feedback on the candidate for {support|frontend|operations} from this morning, please, before we talk: each of you first, then together.
b: Yes. Calm, asked for the numbers before proposing anything.
c: Yes. The exercise was fine, the questions were better than fine.
a: Yes from me. I call the references today.
a: References are glowing. Offer goes out tomorrow.

a: We have {n2} applications for the {backend|data|design} role. I read half, @b could you take the others?
b: Yes, until {day}.
b: Done: five invitations, two maybes. I left a sentence on each.
a: Thank you. Everyone gets an answer this week, also the ones that we decline.

a: The second interview keeps running over. I would like to drop the whiteboard part.
b: In favour. Pairing on a real bug tells me more.
c: In favour, if we pick the bug before.
a: Then it is dropped. Updated the guide.

a: She accepted! Start on the first.
b: Wonderful news.
c: Who is the buddy?
b: I am.
a: Laptop is ordered.

a: He declined, the other offer was closer to home. Very kind mail, though.
b: A pity. Keep in touch with him?
a: I asked, he would like that.

a: The job ad says "rockstar" in the German version.
b: Deleted. I do not know who, and I do not want to know.
a: It also asked for ten years of a four-year-old framework.
b: That one was me. Fixed.
`;
