wen = Wen Li <wen@littleorchard.example> | Little Orchard Preschool | Where the small people are

## Parent letter for the pumpkin day
-56 11:35 wen
Dear Dana,

pumpkin day is on the 28th. Could you write a short letter to the parents? They should know about rubber boots, and about spare socks. Above all about spare socks.

Kind regards,
Wen
-56 14:10 dana [attach pumpkin-day.pdf]
Dear Wen,

here's the letter, in English, Spanish and Mandarin. The socks are in bold.

Best,
Dana
-56 15:00 wen
Three languages, and bold socks! Thank you, this is lovely.

Wen
-40 13:05 wen
Pumpkin day was a great success, and nearly everybody had spare socks. Thank you again, Dana.

Wen

## Planning call for the winter concert
-30 10:55 wen [invite]
Dear Dana,

let's talk about the winter concert on the phone. I've sent you an invitation for {day-28} at ten.

Kind regards,
Wen
-30 11:20 dana
Dear Wen,

I've accepted and look forward to it.

Dana
-28 11:15 dana
Dear Wen,

as we agreed: I order forty paper stars, ask the piano tuner to come on the 3rd, and send the program by the end of next week.

Best,
Dana
-28 11:50 wen
Exactly so. Thank you, Dana!

Wen
-22 15:30 dana [attach concert-program.pdf]
Dear Wen,

here's the program. The tuner comes on the 3rd at eight, before the children, and the stars are ordered.

Best,
Dana
-21 09:10 wen [html]
Dear Dana,

it looks beautiful. The children have already learned two verses, and one of them is even the right one.

Thank you,
Wen

## Waiting list
-16 12:25 wen
Dear Dana,

could you tidy up the waiting list and tell me how many families are on it?

Kind regards,
Wen
-15 10:00 dana
Dear Wen,

there are 34 families on it now, five had found a place elsewhere. I've thanked those five for letting us know.

Best,
Dana
-15 10:45 wen
Very good, thank you!

Wen

## Paper stars
-7 13:10 wen
Dear Dana,

the stars have come and they are bigger than some of the children. They love them! Just so you know.

Kind regards,
Wen
-7 13:40 dana
That made me laugh. I'd love to see a picture of the concert!

Dana
-3 08:50 wen
You'll get one, of course. See you at the concert, Dana!

Wen
