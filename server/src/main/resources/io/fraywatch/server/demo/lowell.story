beatrix = Beatrix Lowell <beatrix@lowell.example>

## Chapter eleven
-59 16:20 beatrix [html]
My dear Dana,

chapter eleven is dictated, and the dog barks through most of it. Could you type it without the dog?

Yours,
Beatrix
-57 12:00 dana [attach chapter-11.docx]
Dear Beatrix,

here it is, without the dog. On page four somebody dies whom you buried in chapter seven. Is that intended?

Best,
Dana
-57 17:10 beatrix [html]
My dear Dana,

good heavens, no. Let him be his own brother. What would I do without you!

Yours,
Beatrix
-56 09:30 dana
He is his own brother now, with a slightly different hat.

Dana

## Train to the reading in Quill & Anchor
-29 11:45 beatrix [html]
My dear Dana,

Theo Brandt has invited me to read on the 4th. Would you find me a train that isn't full of schoolchildren?

Yours,
Beatrix
-29 14:15 dana
Dear Beatrix,

the 11:04 is the quiet one. Window seat, forward, booked. Theo's shop is four minutes from the station.

Best,
Dana
-28 10:20 beatrix
The 11:04 suits me very well. Thank you, my dear.

Beatrix

## Chapter twelve
-24 15:35 beatrix [html]
My dear Dana,

chapter twelve, with rain instead of the dog. Same as always, please.

Yours,
Beatrix
-22 11:25 dana [attach chapter-12.docx]
Dear Beatrix,

here's chapter twelve. I enjoyed the scene in the lighthouse very much.

Best,
Dana
-21 16:00 beatrix [html]
My dear Dana,

not a comma out of place. My editor will suspect that I've been replaced. Thank you!

Yours,
Beatrix

## Royalty statement
-13 12:30 beatrix
My dear Dana,

would you look over the royalty statement? It seems small to me, but then it always does.

Beatrix
-12 10:40 dana
Dear Beatrix,

it was small: they had left out the audio book. I've written to the publisher, and they'll pay the missing 1,306.20 with a red face by the end of the month.

Best,
Dana
-12 11:30 beatrix
You are worth your weight in port. Thank you, Dana!

Beatrix
-4 10:15 dana
Dear Beatrix,

the 1,306.20 arrived today.

Best,
Dana
-4 14:30 beatrix [mobile]
Hurrah! Port for everybody.
