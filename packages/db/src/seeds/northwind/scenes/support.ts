/** What is said in #support. */
export const support = `
a: {customer} asks why their tracking page shows yesterday's position. Ticket {n3}.
b: Their carrier sends positions in batches. Next batch is due at {time}.
a: Can we say so on the page? "Last position from 06:10" would save both of us this.
b: We have the time of the position, we just do not show it. I make a small ticket.
a: Thank you. I tell them.

a: Anyone seen "ERR_LABEL_17" before?
b: Label printer without paper. Really.
a: You are joking.
b: The printer reports it as a template error. It has paper now?
a: It has paper now. They are embarrassed, I told them they are the third this month.

a: Escalation: {customer} cannot log in at all, eleven people, since about {time}.
b: On it. Their identity provider answers with an expired certificate.
a: So on their side?
b: Yes, but they will not see it. Send them this:
  > The certificate of your sign-in server ended today at midnight. Your IT can renew it; nothing needs to change on our side.
a: Sent, with your name under it.
a: They renewed it. Everyone is back in. Closing.

a: Template for the "where is my invoice" question, please? That was the fourth today.
b: Macro "invoice-copy" does it. It attaches the last three.
a: I did not know we had that. Thanks!
c: I put the ten most used macros on top of the list.

a: Refund for order {n3}: customer booked twice because the page hung. Both went out.
b: Refund the second one in full. And please note the browser, we are collecting these.
a: Safari on an old iPad.
b: Second time this week. I open a bug with both.

a: Queue is at {n2}, longest wait 25 minutes. Could use a hand for an hour.
b: I take the billing ones.
c: I take everything in Portuguese and Spanish.
a: You are the best.
a: Queue is at 4. Going for a walk.

a: A customer wants to export all shipments of last year. The export stops at 10,000 rows.
b: That limit protects the report server. I can run it by hand as CSV, takes a minute.
b: Done: two files, 18,204 rows. Link is in the ticket and works for a week.
a: They answered with three hearts.

a: Is the phone line down? I hear nothing since lunch.
b: Forwarding was still on the holiday plan. Turned it off.
a: It rings again. I almost miss the silence.

a: Praise, for once: "I have used six of these systems and yours is the first where the address form does not fight me." From {customer}.
b: Framing this.
c: @jules that was your form.
jules: That made my day. Thank you for passing it on!

a: Question from {customer}: can drivers have two phones?
b: One active at a time. The second one asks to take over, nothing gets lost.
a: Good enough for them.

a~: The help article about customs is wrong for Norway. ~> The help article about customs is wrong for Norway and Switzerland.
b: What should it say?
a: The form asks for the EORI number only if the value is above 150.
c: Updated both languages. Please have a look.
a: Reads well. Thanks!

*
a: Ticket {n3}, {customer}: {problem}
b: {cause}
a: {Thanks, I tell them.|Perfect, that is what I needed.|Makes sense. Closing it.|They confirm. Closed, thank you.}

*
a: {customer} again, ticket {n3}: {problem}
b: {Looking.|One moment.|Let me check.}
b: {cause}
a: {They are happy.|Solved, thanks.|Great, answered.}
b: {I add it to the runbook.|Worth a line in the help, I think.|Third one this week, I make a ticket.}

*
a: Handover: {n2} open, {few} waiting for a carrier, nothing burning.
b: {Thanks, taking over.|Thank you. Enjoy the evening.|Got it.}

!
aisha: @tomas a customer sees yesterday's shipments as of tomorrow. Time zones again?
mateo: Same with one of mine, in Bogotá.
priya: I tell both that we look at it. @jonas they are on the large plan, just so that you know.
+ 👀 aisha 1
`;
