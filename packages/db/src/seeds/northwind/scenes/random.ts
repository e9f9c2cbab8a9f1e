/** What is said in #random. */
export const random = `
a: The cat has learned to open the laptop.
b: Does it have access to production?
a: Read only.
c: Better than most of us.

a: What is everyone reading?
b: A book about the history of the shipping container. I know. It is great.
c: "The Box"? It is great.
d: A crime novel in which the murderer is obvious on page 12. I am on page 300 and I hope to be wrong.

a: Bread update: the {rye|sourdough|spelt} one worked.
b: Pictures or it did not rise.
a: Half of it is in the kitchen on the second floor.
c: It was.

a: Is it normal that the coffee tastes of {mint|soap|cardboard} today?
b: Somebody cleaned the machine.
c: So that is what it tastes like.

a: Running group leaves at {time} from the front door. Slow pace, promise.
b: Your slow is my fast.
a: Today it is really slow, I have a cold.
c: In!

a: I found my own question on a forum, from nine years ago, unanswered.
b: Did you answer it?
a: I did. "Solved, it was the cache."
c: The circle closes.

a: Best snack for a long release evening?
b: Salted almonds.
c: Grapes, frozen.
d: Sleep.

a: Anyone for the quiz on {day}? We are four, six would be perfect.
b: I am useless at geography but strong at 90s music.
a: You are in.
c: I bring the geography.
a: We are going to win.
b: We were going to win last time.

a: My train is 50 minutes late, because of "a shipment on the tracks". I feel responsible.
b: Check the tracking page.
a: It says delivered.

a: New plant on the third floor. It needs a name.
b: Fern Sehen.
c: Planty McPlantface is taken, I assume.
d: Robert.
a: Robert it is.

a: Photo of the harbour this morning: fog, one crane, nothing else. https://photos.northwind.example/{n3}
b: That is a wallpaper.
c: It now is mine.

a: Friday question: which keyboard shortcut did you learn far too late?
b: Ctrl R in the shell. Ten years.
c: Paste without formatting.
d: Closing the lid.

*
a: {Playlist for the afternoon|Song of the day|This helps while debugging}: https://music.example.com/p/{n3}
b: {Excellent taste.|On repeat.|Who hurt you?|Saved.}
`;
