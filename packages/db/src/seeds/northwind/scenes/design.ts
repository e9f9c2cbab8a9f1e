/** What is said in #design. */
export const design = `
jules: New empty states for the booking screen. Three variants, I believe in the second: https://design.northwind.example/file/{n3}
b: Second. It says what to do first.
c: Second, but the button says "Continue". Continue what?
jules: "Add a shipment". You are right.
b: Now it is obvious.

a: Contrast of the secondary text in dark mode is 3.9:1. We want 4.5.
jules: One step lighter gives 4.7. I update the token, nothing else should move.
a: Nothing else moved, I compared screenshots.
jules: Shipped in the tokens package.

a: Can we please stop using red for "delayed"? Dispatchers read it as "lost".
jules: What would you use?
a: Amber with an icon. Red only when a human has to act.
b: Agreed, and it is in line with what support hears.
jules: I change it in the list and on the map.

a: In the test with {customer} four of five people did not find the filter.
jules: Where did they look?
a: In the column header. Every single one.
jules: Then it belongs in the column header. I have a sketch by {day}.
b: I can prototype that in code in an afternoon.
jules: Deal.

jules: Icon question: is this a container or a fridge?
b: Fridge.
c: Fridge with ambitions.
jules: Back to the drawing board.

a: The date picker is unusable with a keyboard: focus jumps back to today on every arrow.
jules: Is that ours or the library's?
b: Ours, we re-render the grid with a new key. Fixing it.
b: Fixed, and there is a test that walks a whole month with the arrow keys.
a: Works with my screen reader, too. Thank you!

jules: Spacing audit: we use eleven different paddings in the sidebar. Eleven.
b: I count nine.
jules: You missed the two in the footer. Proposal: 4, 8, 12, 16 and nothing else.
c: Yes. Please also for the table rows.

a: Copy review, please: "Your shipment could not be booked because of an error."
b: "Couldn't book this shipment. The carrier did not answer. Try again."
a: Says what happened, whose fault and what to do. Taking it.
jules: Adding it to the examples in the writing guide.

a: Phone layout of the tracking page: the map takes the whole first screen, the answer is below it.
jules: People come for the answer. Map goes below, collapsed.
a: Thirty percent fewer calls if that works.
jules: Prototype tomorrow.

jules: Icons are now 16 and 18 px only, one family. 212 svg files went away.
b: 212!
c: The bundle lost {ms} kB. I checked twice.

*
a: {screen}: {designChange}. Before and after: https://design.northwind.example/file/{n3}
b: {After, clearly.|Much calmer.|I like it. Does it survive long names?|Yes. In dark mode, too?}
a: {It does, second page of the file.|Checked, it does.|Good point, I add that case.}

*
a: {screen} in the new tokens is ready for review.
b: {Looks right to me.|Two pixels off in the header, otherwise lovely.|Approved.}
`;
