ingrid = Ingrid Solberg <ingrid@northlight.example> | Northlight Studio | Portraits, slowly
jonas = Jonas Solberg <jonas@northlight.example> | Northlight Studio

## Gallery uploads, September
-60 10:45 ingrid
Hello Dana,

the September portraits are on the drive, 64 of them. Could you upload them to the client galleries, with the names as in the list?

Best wishes,
Ingrid
-60 12:10 dana
Hello Ingrid,

I've started, and they'll all be up tomorrow by noon.

Best,
Dana
-59 11:35 dana
All 64 are up, in nine galleries. The Bergmans have already downloaded theirs.

Dana
-59 13:20 ingrid
Thank you, Dana. They wrote to me, too, and are very happy.

Ingrid

## Studio insurance
-49 14:30 jonas
Hi Dana, the insurer wants a list of the cameras with serial numbers. Do you still have the one from last year?

Jonas
-49 15:05 dana [attach cameras-2.xlsx]
Hi Jonas,

here it is. I've added the two lenses from June.

Dana
-49 15:30 jonas
Great, sent it on. Thanks!
-38 10:00 jonas
The insurer is happy and it even got cheaper. Thanks for the quick help, Dana!

Jonas

## Gallery uploads, October
-36 10:20 ingrid
Hello Dana,

October is on the drive, 71 portraits. Same as last time, please.

Best wishes,
Ingrid
-36 11:15 dana
Hello Ingrid,

thank you, I'm on it.

Dana
-33 16:45 dana
All 71 are up. The drive was slow this time, so it took me until today.

Dana
-32 09:30 ingrid
Thank you. The Lindqvists asked where theirs were, so next time a day earlier would help.

Ingrid
-32 09:55 dana
Understood, I'll start with the families who are waiting.

Dana

## Gallery uploads, November
-11 10:15 ingrid
Hello Dana,

November is on the drive. The Castellanos family needs theirs by Wednesday, for the grandmother's birthday.

Ingrid
-11 11:05 dana
Hello Ingrid,

I'll put the Castellanos family first.

Dana
-7 15:40 dana
The galleries are up. I'm afraid the Castellanos one only went online this morning, my upload had stopped without a word. I'm sorry about that.

Dana
-2 10:35 ingrid
Hello Dana,

I understand that things happen. We have talked it over, and we'll handle the gallery uploads ourselves from here on. Jonas will do it from the studio, so you don't need to do December any more.

Best wishes,
Ingrid
