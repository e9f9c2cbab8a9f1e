/** What is said in #engineering. */
export const engineering = `
a: Is there a reason why the {carrier|tariff|address} client retries five times without a pause?
b: History. It was written when their API answered 500 to every second call.
a: It now hammers them when they are really down. I would like exponential backoff with jitter.
c: Please. Cap it at 30 seconds and log the attempt.
a: PR: https://git.northwind.example/harbor/pull/{n3}
b: Approved. Finally.

a: Quick poll: do we keep dates as ISO strings on the wire or go for epoch milliseconds?
b: ISO. I want to read them in a log at night.
c: ISO.
d: ISO, in UTC, always.
a: Settled, thanks. Writing it down.

a: I am chasing a memory leak in the {tracking|report|label} worker. RSS grows about 40 MB an hour.
b: Heap snapshots?
a: Two, an hour apart. It is a Map keyed by request that nobody ever deletes from:
  '''ts
  const pending = new Map<string, (answer: Answer) => void>();
  // set() on each request, delete() only when it succeeds
  '''
b: So every timeout leaves one behind.
a: Exactly. Fix is a ''finally''. Test counts the entries after a failed call.
c: Lovely find.

a: The type check takes {ms} seconds on my machine. Is that only me?
b: Two months ago it was a quarter of that. I think it is the inferred types of the query builder.
c: Explicit return types on the twenty biggest functions brought mine down by half.
a: Trying that.
a: Down to a third. Opening a PR with the list.

a: Reading the slow query log: this one shows up {n2} times a day.
  '''sql
  SELECT * FROM shipments
  WHERE customer_id = $1 AND status <> 'archived'
  ORDER BY updated_at DESC LIMIT 50
  '''
b: Partial index on (customer_id, updated_at) where status <> 'archived'?
a: On the copy it goes from 900 ms to 2 ms.
c: Build it concurrently, please.
a: Of course.

a~: Who owns the ''legacy-labels'' service? ~> Who owns the ''legacy-labels'' service? It still runs Node 14.
b: Nobody since spring. It prints about forty labels a day for two customers.
c: I can move it behind the new renderer, it is an afternoon.
a: You would be a hero. A minor one, forty labels a day.
c: I take it.

a: Reminder that the on-call handover is today at 14:00. From @b to @c.
b: Quiet week. Two pages, both the disk alert on the build machine.
c: I raise the threshold and clean it up properly.
b: Bless you.

a: Does somebody have a minute to pair on the websocket reconnect? I can reproduce it but I do not understand it.
b: In ten minutes?
a: Perfect.
a: For the record: it was the laptop's clock. Token "from the future". We now allow 30 seconds of skew.
c: It is always the clock.

a: I would like to try property-based tests for the pricing rules. Anyone against?
b: For, if the shrinking works. A failing case with 300 random fields helps nobody.
a: It shrinks to two fields. It also found a bug in the first minute: a negative surcharge for parcels of exactly 31.5 kg.
c: That explains ticket {n3}.
b: Consider me converted.

a: Proposal for naming: verbs are files, one each. ''cancel-pickup.ts'' exports ''cancelPickup''.
b: And the policy beside it?
a: Yes: ''pickup.policy.ts'', pure functions, no database.
c: I like that I would know where to look.
d: +1

a: CI is red on main since {n3}. I am on it.
b: Revert first, understand later?
a: Reverted. Main is green.
a: Cause: two PRs that were each fine and together were not. We should turn on the merge queue.
c: I turn it on tomorrow morning, when we are all awake.

ax: TOKEN=nw_live_8f2b (that was the wrong window)
a: Deleted that and rotated the token. Sorry for the noise.
b: Good reflex. Scanner would have caught it in a minute, but still.
c: Happens to everyone once.

a: Today I learned: ''git log -L :functionName:file'' shows the history of one function.
b: How did I live without it.
c: Adding it to the tips page.

*
a: Review, please: **{pr}** https://git.northwind.example/harbor/pull/{n3}
b: {Looking after lunch.|On it.|Have it open.|Give me half an hour.}
b: {One question in the code, otherwise fine.|Two small remarks, nothing that blocks.|Approved.|Approved, and I like the test.|Could the name say what it does? Otherwise approved.}
a: {Changed it, merging.|Good catch, fixed.|Thanks! Merging when it is green.|Answered there, please look again.}

*
a: Review, please: **{pr}** https://git.northwind.example/harbor/pull/{n3}
b: {Approved.|Approved, nice and small.|Approved. Finally!}

*
a: Yesterday: {task}. Today: {task2}.
b: Today I go on with {task3}. {No blockers.|I need ten minutes of @a for it.|Should be done by tomorrow.|A quiet day, I hope.}
c: {task4}, and reviews in the afternoon.

*
a: Is it just me, or is {tool} {slow|down|very slow} {today|this morning|since an hour}?
b: {Same here.|Works for me.|It was, reload.}
a: {Back again.|Restarted it, better.|Works again, thanks.}

!
leila: @tomas the test of the importer fails on a fresh clone. Is it the fixture?
tomas: It is the fixture. Fixed, thank you.
+ ✅ leila
jonas: Small wish: can the export say how far it is?
> omar: It knows, it is just shy. I add a bar.
+ 🎉 jonas
> felix: With a number, please. Bars lie.
wen: @mira can you look at the ranking once more? Two results swap places between pages.
> samuel: I can reproduce it with three words and a quote.
> wen: Same here, and only with the quote.
`;
