amara = Dr. Amara Nwosu <amara@brightsmiles.example> | Bright Smiles Dental Practice | 12 Orchard Row
desk = Front desk <desk@brightsmiles.example> | Bright Smiles Dental Practice

## Recall letters
-64 09:25 amara
Hello Dana,

we have 88 patients who are due for a check-up. Could you prepare the recall letters? Friendly, please, and not a word about drills.

Best regards,
Amara
-63 14:00 dana [attach recall-letter.docx]
Hello Amara,

here is a draft without drills. It mentions the new fish tank in the waiting room instead.

Best,
Dana
-63 16:40 amara
The fish tank is a stroke of genius. Please send them all. Thank you!

Amara
-62 10:30 dana
All 88 are on their way.

Dana
-55 12:20 amara
31 appointments in one week. I have never seen the like. Thank you, Dana.

Amara

## Opening hours over the holidays
-43 11:05 desk
Hi Dana, could you change the hours on the website? Closed on the 24th and from the 27th to the 2nd.
-43 11:50 dana
Hi,

it's changed, on the website and on the map services.

Dana
-43 12:02 desk
Perfect, thanks!

## New chair, old chair
-37 15:45 amara
Hello Dana,

the new treatment chair comes on the 9th. Can you find a home for the old one? It still works, it only squeaks.

Amara
-35 10:15 dana
Hello Amara,

the dental school would love to have it, squeak included. They'd collect it on the 10th at nine. Is that all right?

Best,
Dana
-35 13:30 amara
Wonderful, yes. The students will grow fond of the squeak.

Amara
-35 13:45 dana
Then it's settled, and I've told the front desk.

Dana
-22 10:10 amara
The chair was collected on time and the students sent a card. Lovely idea, Dana.

Amara

## Toothbrush order for the school visit
-9 09:35 amara
Hello Dana,

I'm visiting the second grade next week. Could you order thirty children's toothbrushes, the ones with dinosaurs?

Best regards,
Amara
-9 10:20 dana
Hello Amara,

thirty dinosaurs are ordered and arrive on Monday at the practice.

Best,
Dana
-4 16:05 amara
They came, and the children roared. Thank you so much, Dana!

Amara
