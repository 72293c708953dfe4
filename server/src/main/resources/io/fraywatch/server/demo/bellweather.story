oliver = Oliver Finch <oliver@bellweather.example> | Bellweather Tea Company | Importers of unhurried teas since 1968

## Tasting notes for the autumn catalogue
-63 10:15 oliver
Dear Dana,

I hope the new week treats you kindly! I have scribbled tasting notes for nine teas, and my handwriting is what it is. Would you perhaps be so kind as to type them up? There is absolutely no rush.

With many thanks and warm regards,
Oliver
-63 11:40 dana
Dear Oliver,

I've deciphered worse. You'll have them by Wednesday.

Kind regards,
Dana
-61 15:25 dana [attach tasting-notes-autumn.docx]
Dear Oliver,

here they are, all nine. I wasn't sure whether the Darjeeling is "brisk" or "brash", so I left a question mark there.

Kind regards,
Dana
-60 09:35 oliver
Dear Dana,

what a pleasure to read my own notes at last! It is brisk, of course, though I rather like brash. Thank you ever so much, you are a treasure.

Warm regards,
Oliver
-57 10:05 oliver
Dear Dana,

one more thing, if I may: could we perhaps give the smoky one a nicer name? My wife says "Lapsang Number Four" sounds like a tax form. I would be so grateful for an idea or two!

With warm regards,
Oliver
-57 14:20 dana
Dear Oliver,

how about "Harbour Fire" or "Last Train Home"?

Kind regards,
Dana
-56 09:20 oliver
Dear Dana,

"Last Train Home" it is! My wife laughed out loud, which is rare before noon. Thank you so very much.

Warm regards,
Oliver

## Calendar for the tea fairs
-48 10:30 oliver
Dear Dana,

I hope you had a lovely weekend! Would you kindly put the three spring tea fairs into my calendar, with the trains, and perhaps a quiet hour after each? Thank you so much in advance.

Warmest regards,
Oliver
-48 12:05 dana
Dear Oliver,

all three are in, with trains and with quiet hours. For Lyon I chose the later train, so that you needn't get up at four.

Kind regards,
Dana
-47 09:50 oliver
Dear Dana,

bless you for the later train! It all looks splendid. Thank you, as always.

With warm regards,
Oliver
-40 11:15 oliver
Dear Dana,

could you please add a fourth one, if it isn't too much trouble? Ghent, the second weekend in March. They have invited me to speak, would you believe it! Many thanks.

Warm regards,
Oliver
-40 13:00 dana
Dear Oliver,

congratulations! Ghent is in, with a hotel by the canal on hold until Friday.

Kind regards,
Dana
-39 09:30 oliver
Dear Dana,

by the canal, how marvellous! Please do book it. Thank you so much for thinking of everything.

Warmest regards,
Oliver
-39 10:10 dana
Booked! The confirmation is in your travel folder.

Kind regards,
Dana

## Wholesale price list
-30 10:40 oliver
Dear Dana,

I hope this finds you well! The wholesale prices change in January, alas. Would you be so kind as to prepare the new list from the attached figures? Thank you ever so much!

With warm regards,
Oliver
-29 15:10 dana [attach wholesale-january.pdf]
Dear Oliver,

here is the new list. I rounded everything to five cents as you did last year.

Kind regards,
Dana
-28 09:45 oliver
Dear Dana,

perfection! I couldn't find a single thing to grumble about, and I did try. Thank you so much!

Warm regards,
Oliver
-18 10:20 oliver
Dear Dana,

the first shop has ordered by the new list, hurray! Thank you again for such careful work. I hope you are having a lovely week.

Warm regards,
Oliver

## Christmas hampers
-10 10:25 dana
Dear Oliver,

the hamper order form is ready for the website. Would you like to see it before it goes live?

Kind regards,
Dana
-8 16:50 oliver
Put it up. The prices were supposed to be in there last week.
-7 09:15 dana
Dear Oliver,

it's live now, with the prices. I'm sorry they came later than you expected. Is there anything else you'd like changed?

Kind regards,
Dana
-3 17:40 oliver
Second page is wrong. Fix it.
-2 09:05 dana
Dear Oliver,

the second page is corrected. I've checked the whole form twice, and would be glad to go through it with you on the phone.

Kind regards,
Dana
