/** What is said in the private channel #leadership. */
export const leadership = `
jonas: Budget draft for next year is in the folder. Please read the part of your team until {day}.
b: Mine is fine, but travel is too low if we keep the on-site weeks. They work.
jonas: Agreed, I double it and take it from the conference line.
c: Fine with me. Two conferences fewer is no loss.

a: Should we tell the team about the {office|pension|insurance} change now or when it is final?
b: Now, with what we do not know yet.
jonas: Now. People notice anyway, and then they wonder why we did not say.
a: I write it, you both read it before it goes out.

jonas: Runway is 26 months with the new contracts. No reason to change any plan.
b: Good. Can I say that at the all-hands?
jonas: Please do. The number, not an adjective.

a: Two people of mine worked on the weekend again. I do not want that to become normal.
b: Which project?
a: The pilot. It was their choice, but still.
jonas: Give them the days back this week, and let us move the go-live by three days. Nobody dies of three days.
a: Done, thank you.

b: The question from the board: why not cheaper? My answer would be that we win on support, not on price.
jonas: Yes. With the churn figure next to it.
c: I send you the slide with churn by plan.
`;
