priya = Priya Raman <priya@juniperfox.example> | Juniper & Fox Weddings

## Supplier list
-57 10:05 priya [html]
Hi Dana!

Our supplier list has become a jungle. Could you make one clean table, with phone numbers that work?

xx Priya
-55 15:50 dana [attach suppliers.xlsx]
Hi Priya,

63 suppliers, all phoned. Two have retired and one now only does funerals, so I've moved that one to the bottom.

Dana
-55 16:30 priya
You phoned all of them?! You're amazing, thank you!

xx Priya

## Seating plan software
-46 13:25 priya
Hi Dana, do you know a good tool for seating plans? The paper plates on my floor aren't working any more, the cat moves them.

Priya
-45 11:00 dana
Hi Priya,

I've tried three. "Tablewise" is the one that understood divorced parents best. There's a trial for a month.

Dana
-45 12:15 priya
Sold! The cat is offended. Thanks so much, Dana!

Priya

## Florist for the Mbeki wedding
-32 09:50 priya
Hi Dana,

our florist has double-booked herself. Could you ask around who has the 19th free, for about forty tables?

Priya
-31 14:35 dana
Hi Priya,

Green & Daughters have the 19th free and know the hall. Their quote is 2,850. Shall I book them?

Dana
-31 15:00 priya [mobile]
Yes please!! Thank you thank you
-31 15:20 dana
Booked, and the contract is in your folder.

Dana
-20 10:40 priya
The flowers were a dream, and the bride's mother cried twice. Thank you for saving this one, Dana.

xx Priya

## Spring price list
-6 10:30 priya
Hi Dana,

could you update the spring price list? Everything two percent up, except for the small package.

xx Priya
-5 14:15 dana [attach spring-prices.pdf]
Hi Priya,

here's the new list. Should the small package stay on page one, or move to the back?

Best,
Dana
-5 14:16 priya [ooo]
Hi there!

I'm out of the office, on an actual holiday with actual sand, and back on {day+2}. I won't read mails until then.

For urgent wedding emergencies call Fox at +1 555 0117.

Priya
-2 09:30 dana
Hi Priya,

enjoy the sand! When you're back: shall I send the new prices to the three couples who asked?

Dana
-2 09:31 priya [ooo]
Hi there!

I'm out of the office, on an actual holiday with actual sand, and back on {day+2}. I won't read mails until then.

For urgent wedding emergencies call Fox at +1 555 0117.

Priya
