/** What is said in #docs. */
export const docs = `
a: The page about webhooks has a wrong header name, it says ''X-Signature''.
b: It is ''X-Northwind-Signature'' since 4.0. Fixing.
b: Fixed, with an example that somebody can paste:
  '''sh
  curl -H "X-Northwind-Signature: sha256=..." --data "$BODY" https://example.com/hook
  '''
a: Pasted, works.

a: Screenshots on the first-steps page are from before the redesign. All nine.
b: I take new ones, in light and dark.
b: Done. I also cut two of them, the text was enough.
a: Shorter and better. Thank you.

a: Should we say "shipment" or "consignment"? The docs say both, sometimes in one sentence.
b: Shipment. The customers say shipment.
c: The API says consignment in four places, that has to stay until 5.0.
b: Then the glossary says that they are the same, once.

a: How many people read the migration guide?
b: {n3} this month. Median time on the page is six minutes, so they do read it.
a: Worth the evening, then.

a: Proposal: every how-to begins with what you have at the end, then the steps.
b: And how long it takes.
c: And how to undo it.
a: Writing the template now.

a: The search in the help site does not find "incoterms" if you type "inco terms".
b: Synonym added. Also "CMR", "waybill" and "consignment note".
a: You think of everything.
b: I read the searches without results every Monday. It is very humbling.

a: Draft for the 4.2 upgrade notes: https://docs.northwind.example/d/{n3}. The part on backups needs somebody who has done it.
b: I did it on {day}. Two corrections, both in the comments.
a: Taken over. Ready for the train.

*
a: "{page}" is up to date again, {pageWhy}.
b: {Thank you!|Reads well.|Spotted one typo, fixed it.|Much clearer now.}
`;
