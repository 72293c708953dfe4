garden = The Inbox Gardener <hello@inboxgardener.example>
pay = LedgerLeaf <receipts@ledgerleaf.example>
printer = Kestrel Print Service <support@kestrelprint.example>
daemon = Mail Delivery System <MAILER-DAEMON@mx.reyes-va.example>
hotel = Hotel aan de Leie <reservations@hotel-leie.example>
sam = Sam Reyes <sam@reyes-va.example> | Reyes Virtual Assistance

## Weed your inbox in five minutes
-60 06:00 garden [bulk]
Good morning, gardener!

Five minutes, three flags, one empty inbox: this week we prune the newsletters. (Not this one, please.)

Read it in your browser: https://inboxgardener.example/weed

## Compost for old folders
-53 06:00 garden [bulk]
Good morning, gardener!

Old folders make the best compost. This week: what to archive, and how to stop worrying about it.

Read it in your browser: https://inboxgardener.example/compost

## When should you say no?
-46 06:00 garden [bulk]
Good morning, gardener!

Would you like to say no more kindly? Reply to this mail and tell us your best "no". The nicest wins a watering can.

## Frost protection for freelancers
-32 06:00 garden [bulk]
Good morning, gardener!

The quiet months are coming. How do you keep your clients warm? Three ideas, one of them soup.

## A very short newsletter
-11 06:00 garden [bulk]
Good morning, gardener!

Nothing to prune this week. Go outside.

## Receipt for your payment, September
-50 08:00 pay [receipt]
Thank you for your payment of $12.00 to LedgerLeaf. Your receipt number is 88-2041.

## Receipt for your payment, October
-29 08:00 pay [receipt]
Thank you for your payment of $12.00 to LedgerLeaf. Your receipt number is 88-2377.

## Receipt for your payment, November
-8 08:00 pay [receipt]
Thank you for your payment of $12.00 to LedgerLeaf. Your receipt number is 88-2710.

## Proofs for Harbor Lane
-14 13:20 dana>printer
Hello,

please make two proofs of the attached card, A with the ketch under sail and B in the slip. We'd like to print 300.

Dana Reyes
-14 13:21 printer [ack]
Thank you for writing to Kestrel Print. We have received your request (ticket 40712) and will come back to you within two working days. Please do not reply to this message.
-10 17:30 printer
Hello Dana,

both proofs are attached. We'll hold your slot for a week.

Kind regards,
Joy at Kestrel Print
-9 09:40 dana
Thank you, Joy, they look lovely. I'll let you know which one it is.

Dana

## Hotel voucher for Ghent
-38 10:15 dana>hotel
To the Hotel aan de Leie,

could you send the voucher for Mr. Finch to this address?

Dana Reyes
-38 10:15 daemon [bounce]
This is the mail system at mx.reyes-va.example.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

<reservations@hotel-leie.example>: host mx.hotel-leie.example said: 550 5.1.1 no such user here

## Thursday cover
-26 09:05 sam
Hi Dana,

could you cover the phones on Thursday morning? I have the dentist, and no, not Amara's chair.

Sam
-26 09:20 dana>sam
Of course. Say hello to the fish tank.

Dana
-26 09:25 sam
Will do. Thanks!
