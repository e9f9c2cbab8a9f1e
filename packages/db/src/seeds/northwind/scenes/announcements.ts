/** What is said in #announcements. See `parse-scenes.ts` for how scenes are written. */
export const announcements = `
ana: **{version} is out.** Everything that was on the train, nothing that was not. Notes:
  - keyset cursors in the shipment list
  - the customs form remembers the last carrier
  - {fixes} fixes
  Thanks to everyone who tested on {day}.
b: Nice one. The list feels twice as fast on my old laptop.
c: Release notes are on the help site, in both languages.

jonas: Reminder: the all-hands is on {day} at 15:00. Agenda so far: numbers of the month, {topic}, questions. Put yours in the doc or ask them live.
b: Will it be recorded? Half of support is on shift.
jonas: Yes, and the notes land here the same evening.

a: Office is closed on {day} morning, the electricians come for the third floor. Working from home is fine, the ground floor stays open.
b: Coffee machine too?
a: Ground floor coffee survives.

ana: Cut-off for {next} is Thursday, 16:00. What is not merged by then takes the following train. No exceptions, I bring cake instead.
b: What cake?
ana: {Lemon|Plum|Carrot|Chocolate}. Merge early.
c: Strongest incentive this company has.

jonas: We signed **{customer}**. {Forty|Sixty|Ninety} dispatchers, three countries, live before the end of the quarter. Huge thanks to the team that did the pilot.
b: Congratulations! That pilot had some long evenings.
c: Proud of this one.
d: When is the kickoff?
jonas: Next week. I post the date in #customers.

a: New here since Monday: {newcomer}. Say hello, and please do not explain the whole deployment pipeline on day one.
b: Welcome!
c: Welcome aboard. The pipeline can wait until day two.
d: Welcome! Ask anything in #general, nobody minds.

a: Security training is due by the end of the month. It takes 20 minutes, and the phishing examples are honestly good this year.
b: Done. Got fooled by number six.
c: Everyone gets fooled by number six.

ana: Planned maintenance on {day} from 21:00 to 21:30: we move the reporting database. Tracking and booking stay up, reports will say that they come back.
b: Told the night shift.
ana: Done, took 11 minutes. All reports are back.

jonas: Numbers of the month: {n2} new customers, churn at 0.8 %, and the median time to first answer in support fell to 14 minutes. That last one is the one I am proudest of.
b: The new macros did a lot. And people reading the runbooks.
c: Can we put the response time on the wall screen?
jonas: Yes please.
`;
