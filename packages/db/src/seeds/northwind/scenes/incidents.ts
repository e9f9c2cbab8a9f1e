/** What is said in #incidents. `bot` is deploybot. */
export const incidents = `
bot: ALERT: error rate of **booking-api** is 4.1 % (limit 1 %) since {time}.
b: I have it.
b: All errors are from one carrier: connection refused. Circuit breaker is open, bookings queue up.
ana: Do customers see anything?
b: "We confirm within the hour" instead of an instant confirmation. Nothing is lost.
c: Status page is updated.
b: Carrier is back. Queue of {n3} is draining, about 3 minutes.
bot: RESOLVED: error rate of **booking-api** is 0.0 %.
ana: Short write-up by tomorrow, please. No heroes, just the timeline.

bot: ALERT: disk of **reports-2** is 91 % full.
b: Old exports. Deleting everything older than 30 days, as the policy says.
bot: RESOLVED: disk of **reports-2** is 54 % full.
c: Can we do that nightly?
b: We will, since one minute ago.

bot: ALERT: p99 of **tracking** is 1,900 ms (limit 500 ms).
b: Looking. One tenant reloads a page with {n3} shipments every two seconds.
c: A wall screen?
b: A wall screen with an over-eager kiosk browser. Caching that page for five seconds.
bot: RESOLVED: p99 of **tracking** is 120 ms.
c: I write to them and suggest the real wall screen view.

b: Declaring a minor incident: e-mails of the last 40 minutes were delayed. Provider throttles us.
ana: How many?
b: 310, all still queued. I switched to the second provider.
b: Queue is empty. Delay was 52 minutes at worst.
ana: Who tells support?
c: Already there, see #support.

bot: ALERT: certificate of **api.northwind.example** ends in 10 days.
b: Renewal is automatic at 7 days. I silence this and look again on {day}.
c: I look, too. I do not trust calendars.
bot: RESOLVED: certificate of **api.northwind.example** is valid for 90 days.

ana: Write-up of last week's incident is ready for reading: https://wiki.northwind.example/incidents/{n3}
  What went well: detection in under a minute, status page in four.
  What did not: two people rolled back at the same time.
b: Good read. I like the drawing of the queue.
c: Action item one is done: the rollback command takes a lock now.
ana: That was quick. Thank you.

b: Test page, please ignore. Checking that the new on-call app wakes me up.
c: It woke me up.
b: Sorry! Rota was one day off. Fixed.
c: At least we know that it works.

*
bot: ALERT: {alert}
a: {Looking.|I have it.|On it.}
a: {alertCause}
bot: RESOLVED: {alert}

*
a: On-call handover to @b: {few} pages this week, {all before midnight|one of them at night|nothing of it new}.
b: {Taking over.|Got it, phone is charged.|Thanks. Sleep well.}
`;
