/** What is said in #general. */
export const general = `
a: Does anyone have the link to the {brand guidelines|travel policy|onboarding checklist|holiday calendar}? The one in the wiki is from last year.
b: https://wiki.northwind.example/{handbook|people|company}/current, the old page should redirect.
a: It does not, but now I know. Thanks!
c: Fixed the redirect.

a: {Morning|Good morning} all. I am out on {day}, @b covers for me.
b: I do. Be gentle.
c: Noted, enjoy the day off.

a: Who took the {blue adapter|good whiteboard markers|HDMI cable} from the {small|large} meeting room?
b: Guilty. Back in five minutes.
a: No hurry, just surprised it was not me.

a: How do I book the test devices again?
b: There is a calendar called "devices", just put yourself in. The two Androids with the cracked screens are free most of the time.
c: And charge them after, please. I found both at 3 % on {day}.
a: Will do both.

a: Lunch at the market {today|in half an hour}? Leaving at 12:15.
b: In.
c: In, if we are back by one.
d: I have a call until 12:30, I find you there.
a: Falafel or dumplings?
b: Yes.

a: Can somebody look over two slides before I send them to {customer}? Five minutes, promise.
b: Send them, I have a gap until the hour.
a: In your inbox.
b: Second one is clear. On the first, lead with the number, not with the chart.
a: Much better. Thank you!

a: The heating on our side is at 26 degrees again.
b: The panel by the kitchen lies by three degrees. Turn it to 18 to get 21.
c: That is the most Northwind sentence of the week.

a: Is there a recording of the talk about {topic}?
b: Uploaded this morning: https://wiki.northwind.example/talks/{n3}. Slides are in the description.
c: The bit from minute 20 is worth it even if you skip the rest.
a: Watching over lunch.

a: Small request: when you schedule with people in three time zones, please use the overlap from 14:00 to 17:00. I had a 7:30 yesterday.
b: Sorry, that one was mine. Moved the series.
a: Appreciated.

a: Anyone else with trouble on the VPN since this morning?
b: Same, it drops every ten minutes or so.
c: The provider has an incident: https://status.example.com. Use the second gateway, it is stable.
a: Second gateway works. Thanks.
b: Same here.

a: Who knows the person at {customer} for invoices?
b: @c talked to them in spring.
c: Yes, I send you the contact. She answers fast if you put the order number in the subject.

a: Our team page still says that we are {nineteen|twenty-four} people. Can somebody with access update it?
b: Done. Thirty, as of Monday.
c: When did that happen?
b: Slowly, and then at the all-hands photo.

*
a: I am {at home today|in late today, around eleven|out from three|in the office on {day} instead of today}, {dentist|the plumber comes|parent evening|train chaos|a cold}.
b: {Get well!|Noted.|No problem.|Good luck.}

*
a: {Lunch|Coffee|A walk} {in ten|in a quarter of an hour|at half past}? Meet at the {door|kitchen|stairs}.
b: {In.|Coming.|Not today, sadly.|Yes!}
c: {Me too.|On my way.|Next time.}

!
greta: New faces next week: two in support, one in data. @mira would you show them around on Monday?
+ 🎉 jonas theo 4
theo: I bring cake. It is only fair, I was new last.
`;
