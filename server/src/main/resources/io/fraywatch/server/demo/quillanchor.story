theo = Theo Brandt <theo@quillanchor.example> | Quill & Anchor Books | Second-hand, first-rate

## Newsletter draft: rainy reads
-61 13:10 theo
Hello Dana,

here are seven books for a rainy weekend. Could you turn them into a newsletter? One of them is about drains, which I think counts.

Theo
-60 10:30 dana [html]
Hello Theo,

the draft is in your mailbox as a test. I put the drains last, as a surprise.

Dana
-60 11:15 theo
Splendid. Send it out, please. The drains are the best of the lot.

Theo
-60 11:40 dana
It's out, to 1,204 readers.

Dana
-58 09:45 theo
Four orders already, and three of them for the drains. You can't argue with taste. Thanks, Dana!

Theo

## Shelf labels
-46 10:50 theo
Dana, we need new labels for the shelves. "Poetry", "Sea stories", "Books my uncle liked". Could you find somebody who prints on brass?

Theo
-45 14:20 dana
Hello Theo,

Ferris Engraving does brass: 18 labels, 94 dollars, ten days. Shall I order?

Dana
-45 14:55 theo
Please do. My uncle would be proud.

Theo
-45 15:10 dana
Ordered. I'll tell you when they ship.

Dana
-36 11:10 dana
They've shipped and should be with you on Thursday.

Dana
-34 16:30 theo
They are up and gleam like a ship's bell. Thank you very much.

Theo

## Author evening with Beatrix Lowell
-27 09:55 theo
Hello Dana,

Beatrix Lowell will read here on the 4th! Could you arrange chairs for forty, and ask her what she drinks?

Theo
-27 11:30 dana
Hello Theo,

forty chairs are reserved at the parish hall, to be fetched on the day. Miss Lowell drinks tea before and port after.

Dana
-27 12:05 theo
A woman of sense. Thank you!

Theo

## Stand at the winter book fair
-14 10:15 theo
Hello Dana,

we have a stand at the winter fair. Could you register us as an exhibitor and tell me what the insurance costs?

Theo
-13 15:25 dana [attach exhibitor-form.pdf]
Hello Theo,

you're registered, stand 47, by the window. The insurance is 60 dollars for the three days. Form attached for your files.

Dana
-13 16:00 theo
By the window! Excellent work.

Theo
-3 11:45 theo
Hello Dana,

the fair comes nearer and I have nine boxes that won't fit in the van. Could you get me a quote for a courier, there and back, and tell me until when we have to book? I'd like to settle it this week.

Thank you,
Theo
