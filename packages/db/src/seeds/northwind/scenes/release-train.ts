/** What is said in #release-train: two weeks of trains towards 4.2. `bot` is deploybot. */
export const releaseTrain = `
bot: Canary {version} is healthy: 0 errors in 10 minutes, p99 {ms} ms. Promote?
ana: Promote.
bot: Promoting {version} to 25 %.
bot: {version} is at 100 %. {n2} instances, no restarts.
b: Graphs are flat. Nice and boring.

bot: Canary {version} failed its check: error rate 0.9 % (limit 0.5 %).
ana: Hold it, please. @b is that the import again?
b: Looking.
b: Yes: a timeout that we raised in staging and forgot in production. One line.
  '''yaml
  import:
    timeout_seconds: 30
  '''
ana: Config change only?
b: Config only, no rebuild.
bot: Canary {version} is healthy: 0 errors in 10 minutes, p99 {ms} ms.
ana: Promote, and let us put that value under test.

ana: Where are we for {next}? Open on my list:
  1. shipment search, waits for review
  2. the customs form, waits for translation
  3. offline maps, at risk
b: Search is reviewed, merging after lunch.
c: Translations arrive tomorrow morning.
d: Offline maps will not make it. I would rather take the next train than merge it half awake.
ana: Good call. Moved.

b: Can I still get a fix on {version}? It is the {rounding|time zone|double submit} one that {customer} reported.
ana: How big?
b: Four lines and a test. PR is up: https://git.northwind.example/harbor/pull/{n3}
c: Reviewed. Looks right, and the test fails without it.
ana: Then yes. Cherry-pick it and I rebuild.
b: Done.
bot: Built {version} from release/{version}, {fixes} commits since the last build.

a: Question about the flag for the new map: do we turn it on with {next} or a week later?
ana: A week later. One change at a time.
a: Fine by me.
b: Also easier for support, they asked for it to be on a Monday.

ana: Cut-off is in one hour. Missing: one review, one changelog entry.
b: Review is done.
c: Changelog entry is in.
ana: Train is full. Thank you, enjoy the evening.

bot: Nightly end-to-end run: 412 passed, 1 failed (booking › cancels a pickup).
b: Flaky or real?
c: Real. The confirm dialog has a new label and the test was right to complain.
c: Fixed in https://git.northwind.example/harbor/pull/{n3}
b: Thank you, test.

!
mira: Search is indexing edits now: the vector is a generated column, so an edit can't leave it behind. @jonas the p95 you asked for is in the thread.
  '''ts
  const hits = await client.search.messages({ q: 'from:@mira has:file "release notes"' })
  '''
+ 🎉 jonas 3, 👀 2
^ ana
> samuel: Is that with the rows of last year?
> mira: With all of them, and a cold cache.
> tomas: Does the trigger go away with it?
> mira: Yes. p95 over 2M rows: **18 ms**.
+ 🚀 jonas 2
> jonas: Then I'm happy. Shipping.
+ 👍 mira tomas
mira: Also moved ''message.list'' to a keyset cursor. Page 400 now costs what page 1 does.
tomas: Write-up with the numbers: https://wiki.northwind.example/engineering/keyset-cursors
^ ana
bot: Canary **4.2.0-rc.3** is healthy: 0 errors in 10 minutes, p99 delivery 41 ms. Promote?
ana~: Promote ~> Promote.

ana: Rollback drill is on {day} at 11:00. @b drives, @c watches the clock.
b: Last time was 6 minutes 40.
c: Target is under five.
c: Time: **4:52**. The slow part is still the cache warm-up.
ana: Under five! Cake it is.

a: Do we have a number for how long a deploy takes end to end?
bot: Median of the last 20 deploys: {ms} seconds from merge to 100 %.
a: I asked into the room and the room answered.
b: It does that now.

b: Heads-up: the migration in {next} adds a column with a default. It is instant on 18, I checked on a copy of production.
ana: How long on the copy?
b: 40 ms, no lock that anybody would notice.
ana: Approved. Note it in the plan, please.
b: Noted, with how to roll it back.

*
bot: Canary {version}, build {n3}, is healthy: 0 errors in 10 minutes, p99 {ms} ms. Promote?
a: {Promote.|Yes, please.|Go.|Promote, thank you.}
bot: Build {n3} is at 100 %.

*
bot: Build {n3} of {version} is on staging: **{pr}**
a: {Looks good there.|Tested, works.|Clicked through it, fine.|Checked with two accounts, fine.}

*
a: **{pr}** is merged, it goes with {version}.
ana: {On the list.|Thanks, noted.|Got it.|Lovely.}

*
bot: End-to-end run of build {n3}: {passed} passed, 0 failed.
`;
