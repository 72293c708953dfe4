maya = Maya Okafor <maya@harborlane.example> | Harbor Lane Boatworks | Slip 14, the old ferry dock

## Mailing list clean-up
-62 09:14 maya
Good morning Dana,

our mailing list is older than most of the boats in the yard. Could you go through it and take out the addresses that bounce? I'd love to have it tidy before the open house.

Warmly,
Maya
-62 11:30 dana
Good morning Maya,

happy to. I'll have it sorted by Thursday and send you a list of everybody I took out, so that no old friend gets lost.

Best,
Dana
-59 14:05 dana [attach harborlane-list-cleaned.csv]
Hi Maya,

done: 412 addresses in, 371 left. Most of the others were simply double. Three names I wasn't sure about are marked in yellow.

Best,
Dana
-59 15:20 maya
Dana, this is wonderful, thank you! Old Mr. Petrie passed away last spring, so you can take him out, bless him. The other two stay.

Maya
-59 15:41 dana
I'm sorry to hear that. Done, and the other two stay.

Dana

## Varnish course, October dates
-54 10:02 maya
Hi Dana,

eleven people have signed up for the varnish course and I have ten brushes. Would you write to all of them that the course moves to the big shed, and ask who can bring a brush?

Thank you so much,
Maya
-54 13:44 dana
Hi Maya,

sent to all eleven. Two have answered already, both bring brushes. I'll keep a list.

Best,
Dana
-53 09:10 maya
You are quick! Thank you, Dana. The yard dog says thank you, too.

Maya
-50 16:12 dana
Final count: eleven people, fourteen brushes. The list is in your shared folder.

Dana
-50 16:55 maya
Fourteen! Now I need more varnish. Thanks, Dana, you made my week.

Maya

## Invoice for the ketch restoration
-41 08:55 maya [mobile]
Morning Dana, could you send the second invoice to the Hallorans today? The mast is in.
-41 09:40 dana [attach Invoice 2291.pdf]
Morning Maya,

it's out, copy attached. Congratulations on the mast!

Dana
-41 12:15 maya
It looks magnificent. I'll send you a picture when the light is better. Thanks, Dana.

Maya
-33 10:20 dana
Hi Maya,

the Hallorans paid this morning, in full and two days early. I've marked it in the books.

Best,
Dana
-33 11:02 maya
Best news of the week. Thank you!

Maya

## Open house invitations
-15 09:30 maya
Good morning Dana,

it's time for the open house invitations. Same card as last year, new date, and this time a little drawing of the ketch on the front. Could you have the printer make us two proofs?

Warmly,
Maya
-15 10:48 dana
Good morning Maya,

with pleasure. I'll brief the printer today and send you both proofs as soon as they're in.

Best,
Dana
-12 09:15 maya
Any word from the printer? No hurry, I'm just excited.

Maya
-12 09:50 dana
They promised Thursday. I'm excited, too!

Dana
-9 10:05 dana [attach Proof A.pdf, attach Proof B.pdf]
Good morning Maya,

here are the two proofs. A has the ketch under sail, B in the slip with the shed behind it. Which one shall we print?

Best,
Dana
-6 09:40 dana
Hi Maya,

did you get a chance to look at the two proofs? The printer holds our slot until Friday, so it would be good to know whether it's A or B.

Best,
Dana
-4 14:20 dana
Hi Maya,

just checking in on the invitations. I could ask the printer for a few more days if you need them. Shall I?

Best,
Dana
-2 10:10 dana
Hi Maya,

I hope everything is all right at the yard. The printer would now have to move us to the week after. Could you let me know what you'd like to do?

Best,
Dana
