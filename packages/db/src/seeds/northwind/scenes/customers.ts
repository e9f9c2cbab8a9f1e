/** What is said in #customers. */
export const customers = `
a: Notes from the call with {customer}:
  - they love the map
  - they want to split one order over two trucks
  - renewal is in March, they sounded relaxed
b: Splitting comes up for the third time. Worth a proper look.
c: I add their case to the document. Three real cases make a feature.

a: {customer} goes live on {day}. Checklist is green but for the label printer.
b: Which model?
a: The one that nobody else has.
c: I have the driver, it is in the tools folder. Tested it last year.
a: You saved the week.

a: Lost {customer}, sadly. They merged with a company that has its own system.
b: Anything we could have done?
a: Honestly no. They asked whether they may be a reference anyway, which is a first.
c: Classy.

a: Who wants to join the visit at {customer} on {day}? They show us how the night shift really works.
b: Me, if there is a seat. I have never seen the scanner guns in use.
jules: Me too. I want to see what they look at first.
a: Both booked. Bring warm clothes, the hall is open on two sides.

a: The pilot at {customer}: 92 % of the trips planned without a manual change. Goal was 80.
b: That is the best pilot we had.
c: What are the other 8 %?
a: Mostly ferries. The timetable changes in the season and we learn about it a day late.
b: There is a feed for that. I look into it.

a: {customer} wants single sign-on before they sign.
b: OpenID Connect? Works today. I can set it up with their IT in half an hour.
a: Could you do {day}?
b: Morning is fine.
a: Invite is out. Thank you!

a: Draft of the quarterly review for {customer}: https://docs.northwind.example/d/{n3}. Please check the numbers on page two.
b: The on-time rate is for all carriers, they asked for ferries only. It is 97.1 %.
a: Corrected. Even better than what I had.

a: {customer} renewed for two years!
b: Yes!
c: After that winter? I am impressed.
a: The on-site week made the difference. They said so, word for word.

a: Pricing question: a customer with {n2} users but only five at a time. Seats or concurrent?
b: Concurrent, minimum ten. It is on page three of the sheet.
a: Found it. I never scroll that far.

*
a: Call with {customer}: {note} Also, {note2}
b: {Good to know.|I add it to their page.|Second time that I hear that.|Interesting, the others said the opposite.}

*
a: {customer}: {note}
b: {Thank you for asking them.|Who follows up?|Can I quote that?}
a: {I do, on {day}.|Please do.|I do.}
`;
