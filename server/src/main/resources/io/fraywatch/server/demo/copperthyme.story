lucia = Lucia Marchetti <lucia@copperthyme.example> | Copper & Thyme Catering | Food that remembers your name

## Menus for the Alvarez wedding
-58 11:20 lucia
Ciao Dana!

The Alvarez wedding is 140 people, twelve of them vegetarian and one who eats nothing red. Could you make me the menu cards from the attached list?

Baci,
Lucia
-58 13:02 dana
Ciao Lucia,

nothing red? I'll give that guest a card of their own. Draft on Wednesday.

Dana
-56 10:30 dana [attach Menu cards Alvarez.pdf]
Here is the draft. I moved the beetroot to the other side of the card, out of sight.

Dana
-56 12:44 lucia
Ha! Perfect. Print them, please, and thank you.

Lucia
-55 09:05 dana
They're printed and on the way to you.

Dana

## Staff rota for November
-44 09:40 lucia [html]
Ciao Dana,

can you put Marco on Fridays and take Elena off the late shift until her exams are over?

Grazie,
Lucia
-44 10:25 dana [html]
Done, and both know. Elena asks me to tell you that you're the best boss in the state.

Dana
-44 10:52 lucia
She only wants the leftover tiramisu. Grazie!

Lucia

## Allergen sheets
-35 15:12 lucia
Dana, the inspector comes on Friday and wants allergen sheets for the whole winter menu. Is that possible?

Lucia
-35 15:40 dana
It is. Send me the recipes as they are, I'll make the sheets tonight and tomorrow.

Dana
-34 17:55 dana [attach allergens-winter.xlsx]
All 26 dishes. Two recipes say "a bit of everything", so please check those two.

Dana
-33 08:15 lucia
You saved my Friday. The two are checked, it was only celery. Grazie mille, Dana!

Lucia
-31 13:30 lucia
The inspector took a photo of your sheets to show the others! Thank you, thank you.

Lucia

## Menu cards for the Whitcombe anniversary
-12 10:10 lucia
Ciao Dana,

golden wedding, 80 people, the date is the 21st. Same cards as for Alvarez, with gold instead of green, please. Can you do it by the end of next week?

Lucia
-12 11:00 dana
Ciao Lucia,

gold it is. I'll send them straight to the printer so that they're with you in time.

Dana
-6 16:20 dana
The cards are printed and on the way to you.

Dana
-1 09:20 lucia
Dana,

I opened the box this morning and the date on all eighty cards is wrong: it says the 12th. I am really disappointed, this was the one thing that had to be right, and the family will see it on every table. This is not the quality I'm used to from you.

Lucia
